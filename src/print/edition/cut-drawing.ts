import type { Drawing } from '../../model/drawing.ts';

/** A piece of a drawing: from which height to which, in px. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** No drawing is made smaller than that share of its size; taller ones are cut in two. */
const SMALLEST_SHARE = 0.835;

/** A line of text rises so far over the line on which it stands, in px. */
const RISE = 18;

/** A page that is not the last but one of a drawing is filled to this share at least; no piece is shorter than that one. */
const [FILLED, LEAST] = [0.6, 0.35];

/**
 * The pieces in which a drawing fits pages: itself where the first can hold it, if need be a little smaller; else as few as
 * can be, each cut in the widest gap between its lines of text. Heights in px: `tallest` of the first, `next` of the others.
 */
export function cutDrawing(
  { svg, height }: Pick<Drawing, 'svg' | 'height'>,
  tallest: number,
  next: number = tallest,
): readonly Slice[] {
  const lines = [...svg.matchAll(/<t(?:ext|span)[^>]*\sy="([\d.]+)"/g)].map(([, y]) => Number(y)).sort((a, b) => a - b);
  const gaps = lines.map((line, i) => ({ at: line - RISE, gap: line - (lines[i - 1] ?? 0) }));
  const cut = (from: number, room: number): Slice[] => {
    const rest = { from, to: height };
    if ((height - from) * SMALLEST_SHARE <= room) return [rest];
    const fitting = gaps.filter(({ at }) => at > from && at <= from + room);
    const ending = fitting.filter(
      ({ at }) => at >= height - next && at >= from + Math.min(room, height - from) * LEAST,
    );
    const filling = fitting.filter(({ at }) => at >= from + room * FILLED);
    const [best] = (ending.length > 0 ? ending : filling).toSorted((a, b) => b.gap - a.gap);
    return best ? [{ from, to: best.at }, ...cut(best.at, next)] : [rest];
  };
  return cut(0, tallest);
}
