import { block } from '../charts/svg.ts';

/** The size in mm at which a title takes at most so many lines of a width, none of its words cut: `largest` or less. */
export function fitTitle(title: string, width: number, largest: number, lines: number): number {
  const fits = (size: number) => {
    // Names with hyphens are kept whole on paper.
    const words = title.split(' ').map((word) => block(word.replaceAll('-', '\u2011'), 10_000, size, 'titre').width);
    return Math.max(...words) <= width && block(title, width, size, 'titre').lines.length <= lines;
  };
  let size = largest;
  while (size > SMALLEST && !fits(size)) size -= STEP;
  return size;
}

/** Under this a title is none; it is then seen to overflow. */
const SMALLEST = 6;
const STEP = 0.25;
