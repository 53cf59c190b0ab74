import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';

/** Where one drawing serves two signs, Chromium writes that of lower number: nobody searches for this apostrophe. */
const MODIFIER_APOSTROPHE = /<02bc>/gi;

/** The apostrophe that French is written with. */
const APOSTROPHE = '<2019>';

/** Gives copied and searched text its own apostrophes. */
export function mendLetters({ context }: PDFDocument): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    const table = font instanceof PDFDict ? font.get(PDFName.of('ToUnicode')) : undefined;
    const stream = table instanceof PDFRef ? context.lookup(table) : undefined;
    if (!(table instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const written = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    const mended = written.replace(MODIFIER_APOSTROPHE, APOSTROPHE);
    if (mended !== written) context.assign(table, context.flateStream(Buffer.from(mended, 'latin1')));
  }
}
