import Papa from 'papaparse';
import type { Fault } from './fault.ts';
import { describeQuotes } from './quotes.ts';

/** A CSV cut into records, blank ones included, so that `lineOf(index)` and the spreadsheet's rows stay true. */
export interface Parsed {
  readonly records: readonly (readonly string[])[];
  readonly faults: readonly Fault[];
  /** Line of the file, from 1, where a record starts. */
  lineOf(index: number): number;
}

/** Cuts a text into records with papaparse, whatever its line ends; a record that is cut short by a quote is left out. */
export function parse(text: string, delimiter: string, file: string): Parsed {
  const { unified, newline } = unifyLineEnds(text);
  const { data, errors } = Papa.parse<string[]>(unified, { delimiter, newline });
  const lineOf = makeLineCounter(data, unified);
  const faults: Fault[] = [];
  for (const { type, code, row } of errors) {
    if (type !== 'Quotes' || row === undefined) continue;
    const kind = code === 'MissingQuotes' ? 'unclosed' : 'followed';
    if (kind === 'unclosed') data.length = Math.min(data.length, row);
    const fault = describeQuotes(kind, { file, line: lineOf(row), record: row + 1 });
    if (kind === 'unclosed' || faults.at(-1)?.line !== fault.line) faults.push(fault);
  }
  return { records: data, faults, lineOf };
}

/** papaparse wants one kind of line end: files that mix them, or use the old Mac's, are rewritten. */
function unifyLineEnds(text: string): { unified: string; newline: '\n' | '\r\n' } {
  if (!text.includes('\r')) return { unified: text, newline: '\n' };
  const pairs = count(text, '\r\n');
  if (pairs === count(text, '\r') && pairs === count(text, '\n')) return { unified: text, newline: '\r\n' };
  return { unified: text.replace(/\r\n?/g, '\n'), newline: '\n' };
}

/** Lines are counted only once a fault asks for one. */
function makeLineCounter(records: readonly (readonly string[])[], text: string): (index: number) => number {
  let starts: Uint32Array | undefined;
  const isPlain = () => count(text, '\n') < records.length;
  const measure = () => {
    const lines = new Uint32Array(records.length + 1);
    const plain = isPlain();
    let line = 1;
    for (const [index, record] of records.entries()) {
      lines[index] = line++;
      if (!plain) for (const cell of record) line += count(cell, '\n');
    }
    lines[records.length] = line;
    return lines;
  };
  return (index) => {
    starts ??= measure();
    return starts[Math.min(index, starts.length - 1)]!;
  };
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found++;
  return found;
}
