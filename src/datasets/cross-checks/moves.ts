import type { Reponse } from '../enquete.ts';
import type { CrossCheck } from './rule.ts';

/** A place keeps its id from one wave to the next: another commune means another place, or a slip. */
export const checkMoves: CrossCheck = ({ enquete: { rows, fault } }) => {
  const known = new Map<string, Reponse>();
  return rows.flatMap((row) => {
    const before = known.get(row.id_unite);
    known.set(row.id_unite, row);
    if (!before || before.millesime === row.millesime || before.code_insee === row.code_insee) return [];
    if (before.code_insee === null || row.code_insee === null) return [];
    const problem = `le lieu « ${row.id_unite} » était dans la commune ${before.code_insee} au millésime ${before.millesime}`;
    return [
      fault(row, 'code_insee', {
        level: 'avertissement',
        problem,
        expected: 'un identifiant par lieu, le même à chaque vague',
      }),
    ];
  });
};
