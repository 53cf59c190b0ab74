import { printSources } from '../../components/describe-sources.ts';
import type { FigureView } from '../../observatory/index.ts';
import { measure, type Weight } from '../../text/measure.ts';
import { sentence } from '../../text/sentence.ts';
import { type BookLayout, columnOf, drawingWidth, MM_PER_POINT } from './book-layout.ts';
import { cutDrawing } from './cut-drawing.ts';

/** A figure's drawing as a book shows it: in two pieces where no page can hold it with its words; widths in mm. */
export interface DrawnForBook {
  readonly pieces: readonly { readonly svg: string; readonly width: number }[];
}

/** Draws a figure at the width of the text, as tall as a page that also holds its words; the rest goes to the next page. */
export function drawForBook(figure: FigureView, layout: BookLayout): DrawnForBook {
  const [pixels, column] = [drawingWidth(layout), columnOf(layout)];
  const unit = column / pixels;
  const { paper, margin } = layout;
  // A hair under the page's height: what is as high as its page is taken to the next one.
  const tallest = (paper.height - margin.top - margin.bottom - 2 - wordsHeight(figure, layout)) / unit;
  const draw = (id: string) => figure.draw({ id, width: pixels, medium: 'press' });
  const drawing = draw(`${figure.id}-livre`);
  const pieces = cutDrawing(drawing, tallest).map(({ from, to }, i) => ({
    svg: showPart(i === 0 ? drawing.svg : draw(`${figure.id}-livre-${i + 1}`).svg, pixels, from, to),
    width: column * Math.min(1, tallest / (to - from)),
  }));
  return { pieces };
}

/** The height in mm of a figure's number, title, subtitle and notes, and of the lines that tell that it goes on. */
function wordsHeight(figure: FigureView, layout: BookLayout): number {
  const { text, small, notesColumns } = layout;
  const column = columnOf(layout);
  const set = (words: string, size: number, leading: number, width: number = column, weight: Weight = 400) =>
    Math.ceil(measure(words, size * MM_PER_POINT, weight) / (width * FILLED)) * size * leading * MM_PER_POINT;
  const note = (words: string) => set(words, small * 0.92, 1.35, column / notesColumns - (notesColumns - 1) * 3);
  const reading = note(`Lecture. ${sentence(figure.reading)}`);
  const origin = note(`Champ. ${sentence(figure.champ)}`) + note(`Sources. ${printSources(figure.sources)}`);
  return (
    SPACES +
    set(figure.heading, text * 1.2, 1.15, column, 'titre') +
    set(figure.subtitle, small, 1.35) +
    (notesColumns === 1 ? reading + origin : Math.max(reading, origin))
  );
}

/** Share of a line that words fill, and what is not words: number, "suite", rules and gaps, in mm. */
const [FILLED, SPACES] = [0.94, 22];

function showPart(svg: string, width: number, from: number, to: number): string {
  return svg.replace(
    /viewBox="[^"]*" width="[^"]*" height="[^"]*"/,
    `viewBox="0 ${from} ${width} ${to - from}" width="${width}" height="${to - from}" style="overflow:hidden"`,
  );
}
