import { quantileSorted } from 'd3';

/** An ordered class of values: from `from`, up to but not with `to`; an end that is not there is open. */
export interface Class {
  readonly from?: number;
  readonly to?: number;
}

/** More classes than this are not told apart on a map. */
const MOST = 4;
/** Steps to which limits are rounded, within a power of ten. */
const STEPS = [5, 2, 1] as const;

/**
 * Ordered classes over positive values, lowest first, of about as many values each; their limits are round numbers that
 * part them. One class where all values are the same, none where there is none.
 */
export function classify(values: readonly number[]): readonly Class[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const count = Math.min(MOST, new Set(sorted).size);
  const wished = Array.from({ length: count - 1 }, (_, i) => quantileSorted(sorted, (i + 1) / count)!);
  const limits = roundLimits(wished, sorted);
  return [undefined, ...limits].map((from, i) => ({
    ...(from === undefined ? {} : { from }),
    ...(limits[i] === undefined ? {} : { to: limits[i] }),
  }));
}

/** The index of the class that holds a positive value. */
export function classOf(value: number, classes: readonly Class[]): number {
  return classes.findLastIndex(({ from }) => from === undefined || value >= from);
}

/** Limits at the roundest step that leaves no class empty; where no step does, as they are, but for those that part nothing. */
function roundLimits(wished: readonly number[], sorted: readonly number[]): readonly number[] {
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const largest = Math.floor(Math.log10(most));
  for (let power = largest; power >= largest - 6; power--) {
    for (const digit of STEPS) {
      const rounded = wished.map((limit) => roundTo(limit, digit, power));
      const ends = [least, ...rounded, Number.POSITIVE_INFINITY];
      const isFull = (from: number, to: number) => sorted.some((value) => value >= from && value < to);
      if (rounded.every((_, i) => ends[i]! < ends[i + 1]!) && ends.slice(1).every((to, i) => isFull(ends[i]!, to))) {
        return rounded;
      }
    }
  }
  const above = (limit: number) => sorted.filter((value) => value >= limit).length;
  return wished.filter((limit, i) => above(limit) < above(wished[i - 1] ?? least));
}

/** A number rounded to a multiple of digit × 10^power, without the dust of binary fractions. */
function roundTo(value: number, digit: number, power: number): number {
  const step = digit * 10 ** power;
  return Number((Math.round(value / step) * step).toPrecision(12));
}
