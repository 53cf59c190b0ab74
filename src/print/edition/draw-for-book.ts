import { printSources } from '../../components/describe-sources.ts';
import type { FigureView } from '../../observatory/index.ts';
import { measure, type Weight } from '../../text/measure.ts';
import { sentence } from '../../text/sentence.ts';
import { POINTS_PER_MM } from '../papers.ts';
import { type BookLayout, columnOf, drawingWidth } from './book-layout.ts';
import { cutDrawing } from './cut-drawing.ts';

/** A figure's drawing as a book shows it: in pieces where no page can hold it with its words; widths in mm. */
export interface DrawnForBook {
  readonly pieces: readonly { readonly svg: string; readonly width: number }[];
}

/** Draws a figure at the width of the text, as tall as a page that also holds its words; the rest goes to the next page. */
export function drawForBook(figure: FigureView, layout: BookLayout): DrawnForBook {
  const [pixels, column] = [drawingWidth(layout), columnOf(layout)];
  const unit = column / pixels;
  const { paper, margin } = layout;
  // A hair under the page's height: what is as high as its page is taken to the next one.
  const page = paper.height - margin.top - margin.bottom - 2;
  const [tallest, next] = [(page - wordsHeight(figure, layout)) / unit, (page - HEAD) / unit];
  const draw = (id: string) => figure.draw({ id, width: pixels, medium: 'press' });
  const drawing = draw(`${figure.id}-livre`);
  const whole = cutDrawing(drawing, tallest);
  const slices = whole.length === 1 ? whole : cutDrawing(drawing, tallest - GOES_ON / unit, next);
  const pieces = slices.map(({ from, to }, i) => ({
    svg: showPart(i === 0 ? drawing.svg : draw(`${figure.id}-livre-${i + 1}`).svg, pixels, from, to),
    width: column * Math.min(1, (i === 0 ? tallest : next) / (to - from)),
  }));
  return { pieces };
}

/** The height in mm of a figure's number, title, subtitle and notes. */
function wordsHeight(figure: FigureView, layout: BookLayout): number {
  const { text, small, notesColumns } = layout;
  const column = columnOf(layout);
  const set = (words: string, size: number, leading: number, width: number = column, weight: Weight = 400) =>
    (Math.ceil(measure(words, size / POINTS_PER_MM, weight) / (width * FILLED)) * size * leading) / POINTS_PER_MM;
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

/** Share of a line that words fill; in mm, what is not words: number, rules and gaps; the line that says "suite"; what heads a piece. */
const [FILLED, SPACES, GOES_ON, HEAD] = [0.96, 14, 5, 12];

function showPart(svg: string, width: number, from: number, to: number): string {
  return svg.replace(
    /viewBox="[^"]*" width="[^"]*" height="[^"]*"/,
    `viewBox="0 ${from} ${width} ${to - from}" width="${width}" height="${to - from}" style="overflow:hidden"`,
  );
}
