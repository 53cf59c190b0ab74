import type { Drawing } from '../../model/drawing.ts';

/** A piece of a drawing: from which height to which, in px. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** No drawing is made smaller than that share of its size; taller ones are cut in two. */
const SMALLEST_SHARE = 0.85;

/** A line of text rises so far over the line on which it stands, in px. */
const RISE = 18;

/**
 * The pieces in which a drawing fits pages of that height, in px: itself where it fits, if need be a little smaller; else two,
 * cut in the widest gap between its lines of text.
 */
export function cutDrawing({ svg, height }: Pick<Drawing, 'svg' | 'height'>, tallest: number): readonly Slice[] {
  if (height * SMALLEST_SHARE <= tallest) return [{ from: 0, to: height }];
  const lines = [...svg.matchAll(/<text[^>]*\sy="([\d.]+)"/g)].map(([, y]) => Number(y)).sort((a, b) => a - b);
  const cuts = lines
    .map((line, i) => ({ at: line - RISE, gap: line - (lines[i - 1] ?? 0) }))
    .filter(({ at }) => at >= height - tallest && at <= tallest);
  const best = cuts.toSorted((a, b) => b.gap - a.gap)[0];
  return best
    ? [
        { from: 0, to: best.at },
        { from: best.at, to: height },
      ]
    : [{ from: 0, to: height }];
}
