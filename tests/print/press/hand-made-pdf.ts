import { type PDFContext, PDFDocument, type PDFObject } from 'pdf-lib';
import type { Paper } from '../../../src/print/papers.ts';
import { POINTS_PER_MM } from '../../../src/print/papers.ts';
import { AROUND } from '../../../src/print/press/sheet-around.ts';

/** A paper small enough to draw on by hand. */
export const CARD: Paper = { name: 'carte', width: 100, height: 60 };

/** The sheet of a CARD on which the browser would print, in points. */
export const SHEET = {
  width: (CARD.width + 2 * AROUND) * POINTS_PER_MM,
  height: (CARD.height + 2 * AROUND) * POINTS_PER_MM,
};

/** mm of the paper, from its left and its foot, in points of the sheet. */
export const at = (mm: number): number => Math.round((mm + AROUND) * POINTS_PER_MM * 100) / 100;

/** The PDF of one page with this drawing, whose resources are those given. */
export async function handMade(
  drawing: string,
  resources: (context: PDFContext) => Record<string, Record<string, PDFObject>> = () => ({}),
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([SHEET.width, SHEET.height]);
  const { context } = document;
  page.node.set(nameOf(context, 'Contents'), context.register(context.stream(drawing)));
  page.node.set(nameOf(context, 'Resources'), context.obj(resources(context)));
  return document.save({ addDefaultPage: false });
}

const nameOf = (context: PDFContext, name: string) => context.obj(name);

/** A picture of so many pixels of one colour. */
export function picture(context: PDFContext, width: number, height: number, space: PDFObject): PDFObject {
  const data = new Uint8Array(width * height * 3).fill(120);
  const dict = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
  const stream = context.flateStream(data, dict);
  stream.dict.set(nameOf(context, 'ColorSpace'), space);
  return context.register(stream);
}
