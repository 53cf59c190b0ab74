import { findNearest } from '../../csv/nearest.ts';
import { formatDate } from '../../text/date.ts';
import type { LedgerCheck } from './rule.ts';
import { groupRows, tellByFile } from './tell.ts';

/** A place of the ledger is in the directory; one that withdrew is counted and no longer named: warnings. */
export const checkPlaces: LedgerCheck = ({ rows, fault, lieux }) => {
  const known = new Map(lieux.rows.map(({ id, retire_le }) => [id, retire_le]));
  const placed = groupRows(
    rows.filter(({ lieu }) => lieu !== null),
    ({ lieu }) => lieu!,
  );
  return placed.flatMap((own) => {
    const id = own[0]!.lieu!;
    const withdrawn = known.get(id);
    if (withdrawn === null || (!known.has(id) && !lieux.isWhole)) return [];
    return tellByFile(own, (row) =>
      fault(row, 'lieu', {
        level: 'avertissement',
        ...(withdrawn === undefined
          ? {
              problem: 'lieu absent de l’annuaire',
              expected: 'l’identifiant d’un lieu de l’annuaire, ou rien',
              nearest: findNearest(id, known.keys()),
            }
          : {
              problem: `lieu retiré de l’annuaire le ${formatDate(withdrawn)}`,
              expected: 'un lieu qui y figure ; celui-ci est compté sans être nommé',
            }),
      }),
    );
  });
};
