import type { FigureView } from '../observatory/index.ts';
import { wrap } from '../text/measure.ts';
import { sentence } from '../text/sentence.ts';
import { typo } from '../text/typography.ts';
import { printSources } from './describe-sources.ts';
import { WIDE } from './drawing-widths.ts';
import { embedTables } from './embed-tables.ts';

/** Everything around the words and the picture: margins, rule, the observatory's name, the link below; px. */
const AROUND = 138;

/** The closed table, px. */
const TABLE = 46;

/** Width at which an embed shows the wide drawing, px: all that a frame of 600 px leaves (styles/embed.css). */
const SHOWN = 568;

/** Narrowest text in a frame of 600 px. */
const TEXT = 560;

/**
 * The height in px of a figure's embed page in a frame 600 to 900 px wide, known without a script: lines are counted
 * with the fonts' own widths, at the sizes of styles/embed.css.
 */
export function embedHeight(figure: FigureView): number {
  const lines = (text: string, size: number, weight: 400 | 'titre') => wrap(typo(text), TEXT, size, weight).length;
  const notes = [
    `Lecture. ${sentence(figure.reading)}`,
    `Champ. ${figure.champ}.`,
    `Sources. ${printSources(figure.sources)}`,
  ];
  const heading = lines(figure.heading, 25.5, 'titre') * 28.6;
  const subtitle = lines(figure.subtitle, 17, 400) * 23.8;
  const { height } = figure.draw({ id: 'l', width: WIDE, medium: 'embed' });
  const drawing = (height * SHOWN) / WIDE;
  const small = notes.reduce((sum, note) => sum + lines(note, 15.3, 400) * 22.2 + 5.1, 0);
  const table = embedTables(figure).length > 0 ? TABLE : 0;
  return Math.ceil(AROUND + heading + subtitle + drawing + small + table);
}
