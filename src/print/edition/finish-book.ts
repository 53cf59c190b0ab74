import { PDFDocument } from 'pdf-lib';
import { finishPdf } from '../finish-pdf.ts';
import type { Paper } from '../papers.ts';
import { mendLetters } from './mend-letters.ts';
import type { BookSource } from './read-book.ts';

/** Finishes the PDF of a book: letters that copy well, then as any of ours. */
export async function finishBook(printed: Uint8Array, source: BookSource, paper: Paper): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  mendLetters(document);
  const mended = await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  return finishPdf(mended, { ...source, paper });
}
