import type { Comparison } from './compare.ts';

/** What is told of jumps without explanation, before the lines that explain them. */
export const UNEXPLAINED = 'Des nombres ont fait un saut, et rien ne dit pourquoi';

/** The ids that a journal must name for all jumps to be explained; empty where they are. */
export function unexplainedIds(comparison: Comparison): readonly string[] {
  const jumps = comparison.observatories.flatMap(({ changes }) =>
    changes
      .filter(({ isUnexplained }) => isUnexplained)
      .flatMap(({ thing, cells }) => cells.filter(({ jump }) => jump).map(({ repere }) => repere ?? thing.id)),
  );
  return [...new Set(jumps)];
}

/** The lines that the team may paste into content/journal.yaml. */
export function proposeEntry(ids: readonly string[]): readonly string[] {
  return ['- date: AAAA-MM-JJ', `  quoi: [${ids.join(', ')}]`, '  explication: pourquoi ces nombres ont bougé'];
}
