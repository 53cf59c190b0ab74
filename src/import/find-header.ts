import { guessDelimiter } from '../csv/delimiter.ts';
import { parse } from '../csv/parse.ts';

/** How far down a header may stand, in lines: above it people write a title, a date, a note. */
const FARTHEST = 20;
/** A header longer than this is something else. */
const HEADER_LENGTH = 100_000;
const LINE_END = /\r\n|\r|\n/g;

/** The line of a text where its header starts, counted from 1, and what parts the cells from there on. */
export interface FoundHeader {
  readonly line: number;
  readonly delimiter: string;
}

/** Finds the first line that a format knows as its header; the first line that holds something when none does. */
export function findHeader(text: string, isHeader: (cells: readonly string[]) => boolean): FoundHeader {
  const announced = /^sep=(.)(?:\r\n|\r|\n)/.exec(text)?.[1];
  const candidates = listCandidates(text, announced);
  return (
    candidates.find(({ cells }) => isHeader(cells)) ??
    candidates[0] ?? { line: 1, delimiter: announced ?? guessDelimiter(text, new Set()) }
  );
}

function listCandidates(text: string, announced: string | undefined) {
  return startsOfLines(text)
    .slice(announced === undefined ? 0 : 1)
    .flatMap((start, index) => {
      const rest = text.slice(start, start + HEADER_LENGTH);
      if (/^[^\S\r\n]*(?:[\r\n]|$)/.test(rest)) return [];
      const delimiter = announced ?? guessDelimiter(rest, new Set());
      const cells = (parse(rest, delimiter, '').records[0] ?? []).map((cell) => cell.trim());
      if (cells.every((cell) => cell === '')) return [];
      return [{ line: index + (announced === undefined ? 1 : 2), delimiter, cells }];
    });
}

/** Where the first lines start. */
function startsOfLines(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(LINE_END)) {
    if (starts.length > FARTHEST) break;
    starts.push(end.index + end[0].length);
  }
  return starts;
}
