import type { CoverWords } from '../../components/edition/cover.ts';
import { measure } from '../../text/measure.ts';
import { typo } from '../../text/typography.ts';

/** Type on a spine, in mm: larger on a thick book, words would be a poster; smaller, they are not read on a shelf. */
const [LARGEST, SMALLEST] = [6, 2.4];

/** Between the words of a spine, in their own size. */
const APART = 2;

/** What stands on a spine, from its foot to its head, and the largest size at which it fits, in mm. */
export interface SpineWords {
  readonly words: readonly string[];
  readonly size: number;
}

/**
 * The words of a spine so long, in mm: publisher, title and year; less where they are too long. French spines are read
 * from the foot to the head (ISO 6357 knows both ways, French publishers kept the ascending one).
 */
export function spineWords({ publisher, title, evenement, year }: CoverWords, length: number): SpineWords {
  const [beginning = title] = title.split(/\s*:/);
  const tried = [
    [publisher, title, year],
    [title, year],
    [beginning, year],
    [evenement ?? publisher, year],
    [year],
  ].map((words) => ({ words, size: sizeOf(words, length) }));
  return tried.find(({ size }) => size >= SMALLEST) ?? tried.at(-1)!;
}

function sizeOf(words: readonly string[], length: number): number {
  const run = words.reduce((sum, each) => sum + measure(typo(each), 1, 'titre'), 0) + APART * (words.length - 1);
  return Math.min(LARGEST, Math.floor((100 * length) / run) / 100);
}
