import type { FigureView } from '../observatory/index.ts';
import { WIDE } from './drawing-widths.ts';

/** A picture at least this tall, px, is worth a whole row: maps, flows, long lists. */
const TALL = 400;

/** A picture lower than this, px, would leave a whole row empty. */
const LOW = 130;

/**
 * The figures of a chapter in rows of one or two, for a page that breathes: the one that opens, and tall pictures, stand
 * alone; the others go by two, in their order. An odd one out stands alone too: the tallest.
 */
export function inRows(figures: readonly FigureView[], opening: string | undefined): FigureView[][] {
  const heights = new Map(
    figures.map((figure) => [figure, figure.draw({ id: 'mesure', width: WIDE, medium: 'page' }).height]),
  );
  const heightOf = (figure: FigureView) => heights.get(figure)!;
  const alone = new Set(figures.filter((figure) => figure.id === opening || heightOf(figure) >= TALL));
  const others = figures.filter((figure) => !alone.has(figure));
  if (others.length % 2 === 1) {
    const tallest = others.toSorted((a, b) => heightOf(b) - heightOf(a))[0]!;
    const lowest = [...alone].filter(({ id }) => id !== opening).toSorted((a, b) => heightOf(a) - heightOf(b))[0];
    if (heightOf(tallest) < LOW && lowest) alone.delete(lowest);
    else alone.add(tallest);
  }
  const rows: FigureView[][] = [];
  let waiting: FigureView[] | undefined;
  for (const figure of figures) {
    if (alone.has(figure)) rows.push([figure]);
    else if (waiting) {
      waiting.push(figure);
      waiting = undefined;
    } else {
      waiting = [figure];
      rows.push(waiting);
    }
  }
  return rows;
}
