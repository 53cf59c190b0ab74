import type { Check } from '../define.ts';
import type { Reponse } from '../enquete.ts';

const QUESTIONS = [
  'labels',
  'machines',
  'participation',
  'partenaires',
  'transitions',
  'services_numeriques',
  'formations',
  'reseaux',
] as const satisfies readonly (keyof Reponse)[];

const NONE: ReadonlySet<string> = new Set(['aucun', 'aucune']);

/** "None" ticked together with something, or services of a mediation that is said not to exist: a warning. */
export const checkNone: Check<Reponse> = (rows, fault) =>
  rows.flatMap((row) => {
    const faults = QUESTIONS.filter((question) => row[question].length > 1 && row[question].some(isNone)).map(
      (question) =>
        fault(row, question, {
          level: 'avertissement',
          problem: '« aucun » coché avec autre chose',
          expected: '« aucun » seul, ou les autres réponses seules',
        }),
    );
    if (row.mediation_numerique === false && row.services_numeriques.some((service) => !isNone(service))) {
      faults.push(
        fault(row, 'services_numeriques', {
          level: 'avertissement',
          problem: 'la médiation numérique est dite absente',
          expected: '« Aucun service », ou « oui » à « Médiation numérique »',
        }),
      );
    }
    return faults;
  });

function isNone(answer: string): boolean {
  return NONE.has(answer);
}
