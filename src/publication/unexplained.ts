import { TO_EXPLAIN } from '../observatory/journal.ts';
import type { Change } from './change.ts';
import type { Comparison } from './compare.ts';

/** What is told of jumps without explanation, before the lines that explain them. */
export const UNEXPLAINED = 'Des nombres ont fait un saut, et rien ne dit pourquoi';

/** The ids that a journal must name for all jumps to be explained; empty where they are. */
export function unexplainedIds(comparison: Comparison): readonly string[] {
  const { moved, broken } = sortJumps(comparison);
  return [...moved, ...broken];
}

/** The lines that the team may paste into content/journal.yaml: a series that broke is told apart from numbers that moved. */
export function proposeEntries(comparison: Comparison): readonly string[] {
  const { moved, broken } = sortJumps(comparison);
  return [
    ...entryOf(moved, [`  explication: ${TO_EXPLAIN.moved}`]),
    ...entryOf(broken, ['  rupture: true', `  explication: ${TO_EXPLAIN.broken}`]),
  ];
}

function entryOf(ids: readonly string[], rest: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : ['- date: AAAA-MM-JJ', `  quoi: [${ids.join(', ')}]`, ...rest];
}

/** The ids behind unexplained jumps, those whose series is no longer the same apart. */
function sortJumps({ observatories }: Comparison) {
  const jumps = observatories
    .flatMap(({ changes }) => changes)
    .filter(({ isUnexplained }) => isUnexplained)
    .flatMap((change) =>
      change.cells
        .filter(({ jump }) => jump)
        .map((cell) => ({ id: cell.repere ?? change.thing.id, isBroken: isBroken(change, cell) })),
    );
  const broken = new Set(jumps.filter((jump) => jump.isBroken).map(({ id }) => id));
  return { moved: [...new Set(jumps.map(({ id }) => id))].filter((id) => !broken.has(id)), broken: [...broken] };
}

function isBroken({ breaks }: Change, cell: Change['cells'][number]): boolean {
  return breaks.length > 0 || cell.breaks.length > 0;
}
