import { styleText } from 'node:util';
import type { Layout } from '../report/terminal.ts';
import { wrap } from '../text/wrap.ts';

/** A line of what an import says, before it is cut to the screen. */
export interface ToldLine {
  readonly indent: number;
  readonly text: string;
  readonly style?: Parameters<typeof styleText>[0];
  /** What becomes of a line longer than the screen, but for being continued below: cut short, or left whole to be copied. */
  readonly long?: 'cut' | 'whole';
}

/** A paragraph is its lines; an empty one is not said. */
export type Paragraph = readonly ToldLine[];

/** Paragraphs as text, an empty line between two. */
export function layParagraphs(paragraphs: readonly Paragraph[], layout: Layout): string {
  return paragraphs
    .filter(({ length }) => length > 0)
    .map((lines) => lines.map((line) => layLine(line, layout)).join('\n'))
    .join('\n\n');
}

function layLine({ indent, text, style, long }: ToldLine, { width, colour }: Layout): string {
  const margin = ' '.repeat(indent);
  const widest = Math.max(width ?? Number.POSITIVE_INFINITY, 40);
  const whole = margin + text;
  const cut = () => (whole.length > widest ? `${whole.slice(0, widest - 1)}…` : whole);
  const laid = long === 'whole' ? whole : long === 'cut' ? cut() : wrap(whole, widest, `${margin}  `).join('\n');
  return colour && style ? styleText(style, laid, { validateStream: false }) : laid;
}
