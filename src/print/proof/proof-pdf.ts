import { PDFDocument, PDFHexString, PDFName, PDFNumber } from 'pdf-lib';
import { nameDocument } from '../finish-pdf.ts';
import type { PageSource } from '../print-page.ts';
import { joinFront } from './join-front.ts';
import { markPages } from './mark-pages.ts';

/** What a proof is made of, each part finished: the book as it will be printed, and the sheet that goes before it. */
export interface ProofParts {
  readonly book: Uint8Array;
  readonly front: Uint8Array;
  /** Across every page: "Épreuve n° 3, à ne pas diffuser". */
  readonly watermark: string;
  /** What the PDF is called. */
  readonly title: string;
  /** Pages that bear a bar. */
  readonly changed: ReadonlySet<number>;
  readonly source: Pick<PageSource, 'author' | 'subject' | 'date'>;
}

/**
 * The PDF of a proof: its sheet, then the book under a watermark. The sheet takes whole leaves, so that right pages stay
 * right ones when printed on both sides, and page 12 is still called 12 by whoever reads the PDF.
 */
export async function makeProofPdf({
  book,
  front,
  watermark,
  title,
  changed,
  source,
}: ProofParts): Promise<Uint8Array> {
  const document = await PDFDocument.load(book, { updateMetadata: false });
  const sheet = await PDFDocument.load(front, { updateMetadata: false });
  markPages(document, watermark, changed);
  joinFront(document, sheet);
  const leading = sheet.getPageCount();
  if (leading % 2 === 1) addBlank(document, leading);
  numberPages(document, leading + (leading % 2));
  nameDocument(document, { ...source, title });
  document.context.trailerInfo.ID = undefined;
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

/** The back of the sheet, of its size. */
function addBlank(document: PDFDocument, at: number): void {
  const { width, height } = document.getPage(at - 1).getTrimBox();
  const page = document.insertPage(at, [width, height]);
  for (const set of [page.setCropBox, page.setBleedBox, page.setTrimBox]) set.call(page, 0, 0, width, height);
}

/** Those of the sheet are "épreuve 1", "épreuve 2"; the book's begin at 1. */
function numberPages({ catalog, context }: PDFDocument, leading: number): void {
  const own = context.obj({ S: 'D' });
  own.set(PDFName.of('P'), PDFHexString.fromText('épreuve '));
  const labels = context.obj({});
  labels.set(PDFName.of('Nums'), context.obj([PDFNumber.of(0), own, PDFNumber.of(leading), context.obj({ S: 'D' })]));
  catalog.set(PDFName.of('PageLabels'), labels);
}
