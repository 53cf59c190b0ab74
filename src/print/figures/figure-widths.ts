import { type BookLayout, columnOf, drawingWidth } from '../edition/book-layout.ts';

/** How wide the layout team gets a figure: as the text, or as the sheet without the edge that no figure should touch. */
export const WIDTHS = ['colonne', 'page'] as const;

/** The name of a width, as files bear it. */
export type WidthName = (typeof WIDTHS)[number];

/** Nothing that is read stands nearer to the edge of a sheet, in mm: a press trims within 3 mm, a thumb covers more. */
const EDGE = 10;

/**
 * How a figure is drawn at a width: in mm on paper, and in px of the drawing. Both widths have as many px a millimetre, so
 * that labels are printed at one size: that of the book's small print.
 */
export function drawnAt(name: WidthName, layout: BookLayout): { readonly width: number; readonly pixels: number } {
  const column = columnOf(layout);
  const width = name === 'colonne' ? column : layout.paper.width - 2 * EDGE;
  return { width, pixels: Math.round((drawingWidth(layout) * width) / column) };
}
