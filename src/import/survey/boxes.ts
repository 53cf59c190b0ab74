import { fold } from '../../text/fold.ts';

/** How tools write a box that is ticked, and one that is not; LimeSurvey writes N/A for a question that was not shown. */
const TICKED = new Set(['1', 'oui', 'o', 'yes', 'y', 'vrai', 'true', 'x', '✓', '✔', '☑', '☒', 'coche', 'checked']);
const BLANK = new Set(['0', 'non', 'n', 'no', 'faux', 'false', 'n/a', 'na', '-', 'non coche', 'unchecked']);

/** What a cell says of the option that its column is named by: undefined when it says something else. */
export function readBox(cell: string, names: readonly string[]): boolean | undefined {
  if (cell === '' || BLANK.has(fold(cell))) return false;
  const word = fold(cell);
  return TICKED.has(word) || names.some((name) => fold(name) === word) ? true : undefined;
}
