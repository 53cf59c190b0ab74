import { PDFArray, PDFDocument, type PDFObject, type PDFPage, PDFRawStream } from 'pdf-lib';
import { readAloud } from './read-aloud.ts';
import { decode, hash, readDrawing } from './read-drawing.ts';

/** What is seen of a page, its folio and running heads aside: two pages of the same look cannot be told apart. */
export interface PageLook {
  /** Of all that is drawn, and where. */
  readonly look: string;
  /** Of all that is drawn, wherever it stands: a page that goes from right to left keeps it. */
  readonly substance: string;
  /** Its words, without those of its margins. */
  readonly text: string;
}

/** Where the text of a page may stand, in points from the edges of its trim: what is drawn beside the text beyond that is a folio or a running head. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
}

/**
 * What is seen of each page of a PDF, whatever the numbers of its objects, the names of its resources, and the letters that
 * its fonts hold for other pages.
 */
export async function seePages(bytes: Uint8Array, margins: Margins): Promise<readonly PageLook[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const texts = await readAloud(bytes);
  const known = new Map<PDFObject, string>();
  return document.getPages().map((page, i) => ({ ...drawingOf(page, margins, known), text: texts[i]! }));
}

function drawingOf(page: PDFPage, margins: Margins, known: Map<PDFObject, string>): Omit<PageLook, 'text'> {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents];
  const drawing = Buffer.concat(
    streams.flatMap((stream) => (stream instanceof PDFRawStream ? [decode(stream), Buffer.from('\n')] : [])),
  );
  const { y, height } = page.getTrimBox();
  const isBeside = (up: number) => up < y + margins.bottom || up > y + height - margins.top;
  const lines = readDrawing(drawing, page.node.Resources(), known, isBeside);
  return { look: hash(lines.map(({ placed }) => placed)), substance: hash(lines.map(({ drawn }) => drawn)) };
}
