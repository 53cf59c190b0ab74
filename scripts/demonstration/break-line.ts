import type { Point } from './contours.ts';
import { seed } from './random.ts';

/** How a border strays: how many times it is halved, and how far each middle goes aside, as a share of its length. */
interface Straying {
  readonly halvings: number;
  readonly stray: number;
}

/** A line halved again and again, each middle moved aside by chance; the same purpose gives the same line. */
export function breakLine(line: readonly Point[], purpose: string, { halvings, stray }: Straying): readonly Point[] {
  const random = seed(purpose);
  let points = line;
  for (let halving = 0; halving < halvings; halving++) {
    points = points.flatMap((point, index) => {
      const next = points[index + 1];
      if (!next) return [point];
      const aside = (random.next() - 0.5) * 2 * stray;
      const [dx, dy] = [next[0] - point[0], next[1] - point[1]];
      return [point, [point[0] + dx / 2 - dy * aside, point[1] + dy / 2 + dx * aside] as Point];
    });
  }
  return points;
}
