import type { WriteStream } from 'node:tty';
import type { Layout } from '../src/report/terminal.ts';

/** Columns of a screen of unknown size, and the longest line that one reads at ease. */
const [USUAL, WIDEST] = [80, 100];

/** How to lay text out where it goes: colours on a screen only, and not where NO_COLOR asks for none. */
export function screenOf({ isTTY, columns }: Partial<WriteStream>): Layout {
  const width = Math.min(columns ?? USUAL, WIDEST);
  return { width, colour: isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb' };
}
