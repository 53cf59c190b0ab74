import { enumerate } from '../../text/list.ts';
import type { Flux } from '../flux.ts';
import { STATUTS, type Statut } from '../flux-options.ts';
import { type Crossing, listCrossings } from './crossings.ts';
import type { LedgerCheck } from './rule.ts';
import { faultOfName, groupRows, tellName } from './tell.ts';

/** A node that gets money of one status and gives money of another, and of none in common. */
export const checkStatuses: LedgerCheck = (ledger) =>
  findMixed(ledger.rows).map(({ incoming, outgoing }) => {
    const row = outgoing[0]!;
    return faultOfName(ledger, row, 'payeur', {
      problem: `statuts mêlés : « ${tellName(row, 'payeur')} » reçoit du ${tellStatuses(incoming)} et donne du ${tellStatuses(outgoing)}`,
      expected: 'le même statut des deux côtés : l’argent demandé, notifié et versé se compte à part',
    });
  });

/** The nodes of some rows whose statuses are mixed: each exercice and nature by itself. */
export function findMixed(rows: readonly Flux[]): readonly Crossing[] {
  return groupRows(rows, ({ millesime, nature }) => `${millesime}/${nature}`).flatMap((alike) =>
    listCrossings(alike).filter(({ incoming, outgoing }) => {
      const comes = new Set(incoming.map(({ statut }) => statut));
      return incoming.length > 0 && outgoing.length > 0 && outgoing.every(({ statut }) => !comes.has(statut));
    }),
  );
}

function tellStatuses(rows: readonly Flux[]): string {
  const present = new Set(rows.map(({ statut }) => statut));
  return enumerate(
    (Object.keys(STATUTS) as Statut[])
      .filter((statut) => present.has(statut))
      .map((statut) => `« ${STATUTS[statut]} »`),
  );
}
