import { PDFDocument } from 'pdf-lib';
import { type Inspection, inspect } from './press/inspect.ts';

/** A PDF opened once for whoever reads it: its bytes, its objects, and what its drawings paint. */
export interface OpenPdf {
  readonly bytes: Uint8Array;
  readonly document: PDFDocument;
  readonly inspection: Inspection;
}

/** Opens a PDF to read it: following its drawings is what costs. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return { bytes, document, inspection: inspect(document) };
}
