import type { FigureView } from '../observatory/index.ts';
import { wrap } from '../text/measure.ts';
import { describeSources } from './describe-sources.ts';

/** Widest drawing in an embed, px; its page leaves 16 px on each side. */
const DRAWING = 640;

/**
 * The height in px of a figure's embed page in a frame 600 to 900 px wide, known without a script: lines are counted
 * with the fonts' own widths.
 */
export function embedHeight(figure: FigureView): number {
  const lines = (text: string, size: number, weight: 400 | 'titre') => wrap(text, 560, size, weight).length;
  const heading = lines(figure.heading, 24, 'titre') * 27;
  const subtitle = lines(figure.subtitle, 16, 400) * 22.4;
  const drawing = figure.draw({ id: 'mesure', width: DRAWING, medium: 'embed' }).height;
  const notes = [`Lecture. ${figure.reading}`, `Champ. ${figure.champ}.`, `Sources. ${describeSources(figure)}`];
  const noteLines = notes.reduce((sum, note) => sum + lines(note, 14.4, 400), 0);
  return Math.ceil(110 + heading + subtitle + drawing + noteLines * 20.9 + notes.length * 5 + 40);
}
