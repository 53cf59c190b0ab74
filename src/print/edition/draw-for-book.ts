import type { FigureView } from '../../observatory/index.ts';
import { type BookLayout, columnOf, drawingWidth } from './book-layout.ts';
import { cutDrawing } from './cut-drawing.ts';

/** A figure as a book shows it: its drawing beside its words, or alone on the pages after them. */
interface DrawnForBook {
  readonly stands: 'with-words' | 'alone';
  /** Each on a page of its own where they stand alone; widths in mm. */
  readonly pieces: readonly { readonly svg: string; readonly width: number }[];
}

/** Share of a page's height that the words of a figure may take. */
const WORDS = 0.3;

/** Draws a figure at the width of the text: one that is too tall for a page with its words gets pages of its own. */
export function drawForBook(figure: FigureView, layout: BookLayout): DrawnForBook {
  const [pixels, column] = [drawingWidth(layout), columnOf(layout)];
  const unit = column / pixels;
  const { paper, margin } = layout;
  // A hair under the page's height: a picture as high as its page is taken to the next one.
  const tallest = (paper.height - margin.top - margin.bottom - 2) / unit;
  const draw = (id: string) => figure.draw({ id, width: pixels, medium: 'press' });
  const drawing = draw(`${figure.id}-livre`);
  if (drawing.height <= tallest * (1 - WORDS)) {
    return { stands: 'with-words', pieces: [{ svg: drawing.svg, width: column }] };
  }
  const pieces = cutDrawing(drawing, tallest).map(({ from, to }, i) => ({
    svg: showPart(i === 0 ? drawing.svg : draw(`${figure.id}-livre-${i + 1}`).svg, pixels, from, to),
    width: column * Math.min(1, tallest / (to - from)),
  }));
  return { stands: 'alone', pieces };
}

function showPart(svg: string, width: number, from: number, to: number): string {
  return svg.replace(
    /viewBox="[^"]*" width="[^"]*" height="[^"]*"/,
    `viewBox="0 ${from} ${width} ${to - from}" width="${width}" height="${to - from}" style="overflow:hidden"`,
  );
}
