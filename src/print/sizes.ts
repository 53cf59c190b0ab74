import { formatNumber } from '../text/number.ts';
import { type Paper, POINTS_PER_MM } from './papers.ts';

/** The sides of a page or of one of its boxes, in points. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How far a box may be from its size, in points: less than any press can cut. */
export const TOLERANCE = 0.01;

/** How far the sides of a box are from those of a paper, in points: the greater of the two. */
export function missOf({ width, height }: Size, paper: Omit<Paper, 'name'>): number {
  return Math.max(
    ...[width - paper.width * POINTS_PER_MM, height - paper.height * POINTS_PER_MM].map((miss) => Math.abs(miss)),
  );
}

/** "148,0 × 210,0 mm". */
export function saySize({ width, height }: Size): string {
  const [wide, high] = [width, height].map((points) => formatNumber(points / POINTS_PER_MM, { decimals: 1 }));
  return `${wide} × ${high} mm`;
}

/** The sizes that boxes have, each once: "148,0 × 210,0 mm", or how many are of each. */
export function saySizes(sizes: readonly Size[]): string {
  const alike = Map.groupBy(sizes, saySize);
  if (alike.size === 1) return saySize(sizes[0]!);
  return [...alike].map(([said, { length }]) => `${length} de ${said}`).join(', ') || 'aucune page';
}

/** How near boxes are to the size that was asked for: "à 0,003 pt près". */
export function sayMiss(misses: readonly number[]): string {
  return `à ${formatNumber(Math.max(0, ...misses), { decimals: 3 })} pt près`;
}
