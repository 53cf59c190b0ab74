import { PDFHexString, type PDFObject, PDFString } from 'pdf-lib';

/** What a text of a PDF says, however it is written; nothing where there is none. */
export function textOf(text: PDFObject | undefined): string {
  return text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : '';
}
