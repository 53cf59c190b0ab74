import type { FigureView } from '../observatory/index.ts';

/**
 * The figures whose finding opens the home page, at most `most`: the first of each theme, then the next ones, in the
 * gallery's order; `shown` already stands on the page.
 */
export function chooseFindings(
  figures: readonly FigureView[],
  most: number,
  shown: string | undefined,
): readonly FigureView[] {
  const found = figures.filter(({ finding, id }) => finding && id !== shown);
  const firsts = found.filter(({ theme }, i) => found.findIndex((other) => other.theme === theme) === i);
  const chosen = new Set([...firsts, ...found.filter((figure) => !firsts.includes(figure))].slice(0, most));
  return found.filter((figure) => chosen.has(figure));
}
