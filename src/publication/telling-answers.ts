import type { Data } from '../datasets/data.ts';
import type { Reponse } from '../datasets/enquete.ts';
import { dataIn, scopesOf } from '../observatory/scopes.ts';

/** The answers that each table of the survey is made of, by wave and territory, the whole region among them. */
export type Answers = ReadonlyMap<string, Data['enquete']>;

/** The answers of an observatory, as its tables cut them. */
export function answersOf(data: Data): Answers {
  const scopes = scopesOf(data, ['enquete'], { territoires: 'tous', millesimes: 'un' });
  return new Map(scopes.map((scope) => [`${scope.millesime}/${scope.territoire}`, dataIn(data, scope).enquete]));
}

/**
 * True where, in one place and at one question, so few answered otherwise that the difference between two published
 * numbers would tell what one of them answered, however safe each number is alone.
 */
export function tellsAnswer(before: Answers, after: Answers, minimumUnits: number): boolean {
  return [...before].some(([scope, was]) => {
    const is = after.get(scope);
    // A wave that appears or leaves as a whole is subtracted from nothing.
    if (!is) return false;
    return [...countMoved(was, is).values()].some((moved) => moved < minimumUnits);
  });
}

/** How many places answered otherwise, by question; one that comes or leaves answered all of them otherwise. */
function countMoved(was: Data['enquete'], is: Data['enquete']): ReadonlyMap<string, number> {
  const [old, now] = [was, is].map((rows) => new Map(rows.map((row) => [row.id_unite, row])));
  const moved = new Map<string, number>();
  for (const unit of new Set([...old!.keys(), ...now!.keys()])) {
    const [former, latter] = [old!.get(unit), now!.get(unit)];
    for (const question of Object.keys((former ?? latter)!) as (keyof Reponse)[]) {
      const isSame = former && latter && JSON.stringify(former[question]) === JSON.stringify(latter[question]);
      if (!isSame) moved.set(question, (moved.get(question) ?? 0) + 1);
    }
  }
  return moved;
}
