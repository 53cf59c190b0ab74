import type { LedgerCheck } from './rule.ts';
import { faultOfName, groupRows, judgePerson, type Side, tellByFile } from './tell.ts';

const SIDES: readonly Side[] = ['payeur', 'beneficiaire'];

/** No natural person is in the ledger: an error where the name says it, a warning where it only looks like one. */
export const checkPersons: LedgerCheck = (ledger) =>
  SIDES.flatMap((side) => {
    const found = ledger.rows.filter((row) => judgePerson(row, side));
    return groupRows(found, (row) => row[side]).flatMap((rows) =>
      tellByFile(rows, (row) =>
        faultOfName(
          ledger,
          row,
          side,
          judgePerson(row, side) === 'certain'
            ? {
                problem: 'personne physique',
                expected: 'une structure : ce que donne ou reçoit une personne n’est pas écrit ici',
              }
            : {
                level: 'avertissement',
                problem: 'peut-être une personne physique',
                expected: 'une structure ; son SIRET, ou son identifiant dans l’annuaire, lève le doute',
              },
        ),
      ),
    );
  });
