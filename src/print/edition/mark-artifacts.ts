import { decodePDFRawStream, type PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';
import { applyEdits, type Edit, tokenize } from '../press/tokenize.ts';

/** What puts ink on a page. */
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh', 'BI', 'Tj', 'TJ', "'", '"']);

/** Marks as artifact whatever a page draws outside its tags (running heads, folios, rules): who listens is not told it. */
export function markArtifacts(document: PDFDocument): void {
  const { context } = document;
  for (const page of document.getPages()) {
    const place = page.node.get(PDFName.of('Contents'));
    const stream = context.lookup(place);
    if (!(place instanceof PDFRef) || !(stream instanceof PDFRawStream)) {
      throw new Error('a page is made of several drawings: Chromium writes one');
    }
    context.assign(place, context.flateStream(wrapUntagged(decodePDFRawStream(stream).decode())));
  }
}

/** The drawing with each run of operations between two tagged ones wrapped, where it paints. */
function wrapUntagged(drawing: Uint8Array): Uint8Array {
  const edits: Edit[] = [];
  let depth = 0;
  let run: { start: number; end: number; paints: boolean } | undefined;
  const close = () => {
    if (run?.paints) {
      edits.push({ start: run.start, end: run.start, text: '/Artifact BMC\n' });
      edits.push({ start: run.end, end: run.end, text: '\nEMC\n' });
    }
    run = undefined;
  };
  for (const { operator, start, end } of tokenize(drawing)) {
    const opens = operator === 'BDC' || operator === 'BMC';
    if (opens || operator === 'EMC') {
      if (depth === 0) close();
      depth += opens ? 1 : -1;
    } else if (depth === 0) {
      run = { start: run?.start ?? start, end, paints: (run?.paints ?? false) || PAINTS.has(operator) };
    }
  }
  close();
  return applyEdits(drawing, edits);
}
