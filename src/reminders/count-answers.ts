import { orderNames } from '../text/order-names.ts';
import type { FollowedPlace, FollowUp } from './follow-up.ts';

/** Places of the directory that share something, and how many of them answered each wave. */
export interface Tally {
  readonly label: string;
  readonly known: number;
  readonly answered: readonly number[];
}

/** Places counted by département or by cercle, in the order of the names; those without come last, under `unknown`. */
export function countAnswers(
  { places, waves }: Pick<FollowUp, 'places' | 'waves'>,
  by: 'departement' | 'cercle',
  unknown: string,
): readonly Tally[] {
  const groups = Map.groupBy(places, (place) => place[by]);
  return [...groups]
    .sort(([a], [b]) => Number(a === null) - Number(b === null) || orderNames(a ?? '', b ?? ''))
    .map(([label, own]) => tallyOf(label ?? unknown, own, waves.length));
}

/** The count of all places together. */
export function countAll({ places, waves }: Pick<FollowUp, 'places' | 'waves'>, label: string): Tally {
  return tallyOf(label, places, waves.length);
}

function tallyOf(label: string, places: readonly FollowedPlace[], waves: number): Tally {
  const answered = Array.from(
    { length: waves },
    (_, wave) => places.filter(({ statuses }) => statuses[wave] === 'oui').length,
  );
  return { label, known: places.length, answered };
}
