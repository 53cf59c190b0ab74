import { type PDFContext, PDFDict, type PDFDocument, PDFName, type PDFPage, type PDFRef } from 'pdf-lib';
import { POINTS_PER_MM } from '../papers.ts';
import { flateStream } from '../press/flate-stream.ts';
import { drawWatermark } from './watermark.ts';

/** Bars of changed pages, in mm: how thick, and how far from the outer edge, where office printers print nothing, and from the head and foot. */
const BAR = { width: 1.2, edge: 6.5, end: 12 } as const;
/** Red as the marks of a proof-reader, and the light line that keeps it apart from a dark picture. */
const [RED, LIGHT] = ['0.76 0.1 0.12', '1 1 1'];

/** The name under which a page knows its watermark. */
const MARK = 'Filigrane';

/**
 * Draws a watermark over every page, and a bar in the outer margin of those numbered: neither is read aloud, copied, or
 * found by a search.
 */
export function markPages(document: PDFDocument, words: string, changed: ReadonlySet<number>): void {
  const { context } = document;
  const drawn = new Map<string, PDFRef>();
  const open = context.register(flateStream(context, Buffer.from('q\n')));
  for (const [i, page] of document.getPages().entries()) {
    const { width, height } = page.getTrimBox();
    const size = `${width} ${height}`;
    const watermark = drawn.get(size) ?? drawWatermark(context, words, width, height);
    drawn.set(size, watermark);
    const bar = changed.has(i + 1) ? drawBar(page, i + 1) : '';
    addOver(context, page, open, watermark, bar);
  }
}

function addOver(context: PDFContext, page: PDFPage, open: PDFRef, watermark: PDFRef, bar: string): void {
  const { node } = page;
  const { x, y } = page.getTrimBox();
  const over = [
    'Q',
    `/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q 1 0 0 1 ${x} ${y} cm /${MARK} Do Q EMC`,
    ...(bar === '' ? [] : [`/Artifact <</Type /Pagination>> BDC q ${bar} Q EMC`]),
  ];
  // What was drawn keeps its own bytes, between two small drawings.
  const drawing = node.get(PDFName.of('Contents'));
  const close = context.register(flateStream(context, Buffer.from(over.join('\n'))));
  node.set(PDFName.of('Contents'), context.obj([open, ...(drawing ? [drawing] : []), close]));
  const resources = node.Resources() ?? context.obj({});
  node.set(PDFName.of('Resources'), resources);
  const forms = resources.lookupMaybe(PDFName.of('XObject'), PDFDict) ?? context.obj({});
  forms.set(PDFName.of(MARK), watermark);
  resources.set(PDFName.of('XObject'), forms);
}

/** Right pages are odd: the fold is on their left. */
function drawBar(page: PDFPage, number: number): string {
  const { x, y, width, height } = page.getTrimBox();
  const [edge, thick, end] = [BAR.edge, BAR.width, BAR.end].map((mm) => mm * POINTS_PER_MM) as [number, number, number];
  const left = number % 2 === 1 ? x + width - edge - thick : x + edge;
  const box = [left, y + end, thick, height - 2 * end].map((value) => Math.round(value * 100) / 100).join(' ');
  return `${LIGHT} RG 1 w ${RED} rg ${box} re B`;
}
