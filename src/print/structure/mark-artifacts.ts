import { decodePDFRawStream, type PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';
import { applyEdits, type Edit, type Operation, tokenize } from '../press/tokenize.ts';

/** What writes words on a page, or a picture that may hold some. */
const WRITES = new Set(['Tj', 'TJ', "'", '"', 'Do', 'BI']);
/** What puts ink on a page. */
export const PAINTS: ReadonlySet<string> = new Set([...WRITES, 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh']);

/** A run of operations: tagged, or what stands between two that are. */
interface Run {
  readonly opening: Operation | undefined;
  readonly start: number;
  end: number;
  operators: string[];
}

/**
 * Marks as artifact whatever a page draws outside its tags (running heads, folios), and what is tagged but says nothing (the
 * rule under a word, the ground of a box): who listens is not told it. `isTold` keeps what means something without a word.
 * Gives the numbers that no page draws any more. PDF/UA-1, 7.1: what is drawn is tagged or an artifact.
 */
export function markArtifacts(
  document: PDFDocument,
  isTold: (page: PDFRef, mark: number) => boolean,
): ReadonlyMap<PDFRef, ReadonlySet<number>> {
  const { context } = document;
  const silent = new Map<PDFRef, ReadonlySet<number>>();
  for (const { node, ref } of document.getPages()) {
    const drawing = drawingOf(document, node.get(PDFName.of('Contents')));
    const { edits, dropped } = judge(drawing.bytes, (mark) => isTold(ref, mark));
    context.assign(drawing.place, context.flateStream(applyEdits(drawing.bytes, edits)));
    silent.set(ref, dropped);
  }
  return silent;
}

function drawingOf({ context }: PDFDocument, place: unknown) {
  const stream = place instanceof PDFRef ? context.lookup(place) : undefined;
  if (!(place instanceof PDFRef) || !(stream instanceof PDFRawStream)) {
    throw new Error('a page is made of several drawings: Chromium writes one');
  }
  return { place, bytes: decodePDFRawStream(stream).decode() };
}

function judge(bytes: Uint8Array, isTold: (mark: number) => boolean) {
  const edits: Edit[] = [];
  const dropped = new Set<number>();
  for (const { opening, start, end, operators } of readRuns(tokenize(bytes))) {
    if (!opening) {
      if (!operators.some((operator) => PAINTS.has(operator))) continue;
      edits.push({ start, end: start, text: '/Artifact BMC\n' }, { start: end, end, text: '\nEMC\n' });
      continue;
    }
    const mark = markIn(bytes, opening);
    if (mark === undefined || isTold(mark) || operators.some((operator) => WRITES.has(operator))) continue;
    edits.push({ start: opening.start, end: opening.end, text: '/Artifact BMC' });
    dropped.add(mark);
  }
  return { edits, dropped };
}

/** Cuts a drawing into runs: each tagged one with all that it holds, and each that stands between them. */
export function readRuns(operations: readonly Operation[]): readonly Run[] {
  const runs: Run[] = [];
  let depth = 0;
  let run: Run | undefined;
  for (const operation of operations) {
    const { operator, start, end } = operation;
    const opens = operator === 'BDC' || operator === 'BMC';
    if (opens && depth++ === 0) {
      run = { opening: operation, start, end, operators: [] };
      runs.push(run);
    } else if (operator === 'EMC' && --depth === 0) {
      run = undefined;
    } else {
      if (!run) {
        run = { opening: undefined, start, end, operators: [] };
        runs.push(run);
      }
      run.operators.push(operator);
      run.end = end;
    }
  }
  return runs;
}

/** The number that an opening gives to what it tags; none where it says that nothing is told. */
export function markIn(bytes: Uint8Array, { start, end }: Operation): number | undefined {
  const number = /\/MCID\s+(\d+)/.exec(Buffer.from(bytes.subarray(start, end)).toString('latin1'))?.[1];
  return number === undefined ? undefined : Number(number);
}
