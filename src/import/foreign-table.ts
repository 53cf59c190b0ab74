import { decode } from '../csv/decode.ts';
import { guessDelimiter } from '../csv/delimiter.ts';
import type { Fault } from '../csv/fault.ts';
import { columnLetter } from '../csv/letter.ts';
import { parse } from '../csv/parse.ts';

/** A line of somebody else's file, its cells trimmed; `line` and `record` count from 1, as in a `Fault`. */
export interface ForeignRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly record: number;
}

/** Somebody else's CSV, cut into cells that nothing has judged yet. */
export interface ForeignTable {
  readonly file: string;
  readonly header: ForeignRecord;
  /** Blank lines and repetitions of the header left out. */
  readonly records: readonly ForeignRecord[];
  /** What the bytes and the quotes ask to be told. */
  readonly faults: readonly Fault[];
}

/** Opens a CSV of any encoding and delimiter; a file without a single filled line has an empty header. Never throws. */
export function openForeignTable(bytes: Uint8Array, file: string): ForeignTable {
  const decoded = decode(bytes, file);
  const announced = /^sep=(.)\r?\n/.exec(decoded.text)?.[1];
  const parsed = parse(decoded.text, announced ?? guessDelimiter(decoded.text, new Set()), file);
  const filled = parsed.records
    .map((cells, index) => ({
      cells: cells.map((cell) => cell.trim()),
      line: parsed.lineOf(index),
      record: index + 1,
    }))
    .filter(({ cells, record }) => cells.some((cell) => cell !== '') && !(announced && record === 1));
  const header = filled[0] ?? { cells: [], line: 1, record: 1 };
  const faults: Fault[] = [...decoded.faults, ...parsed.faults];
  const records = filled.slice(1).filter((record) => {
    if (!isRepetition(record, header)) return true;
    const { line, record: number } = record;
    const problem = 'ligne d’en-tête répétée, laissée de côté';
    faults.push({ level: 'avertissement', file, line, record: number, problem, expected: 'un seul en-tête' });
    return false;
  });
  return { file, header, records, faults };
}

/** Where a column's name stands, as faults tell it; `position` counts from 0. */
export function placeHeader({ file, header }: ForeignTable, position: number) {
  const { line, record, cells } = header;
  return { file, line, record, columnLetter: columnLetter(position), columnName: cells[position] ?? '' };
}

/** Where a cell stands and what it holds, as faults tell it; the place of its line when the column is not there (-1). */
export function placeCell(table: ForeignTable, { cells, line, record }: ForeignRecord, position: number) {
  if (position < 0) return { file: table.file, line, record };
  return { ...placeHeader(table, position), line, record, value: cells[position] ?? '' };
}

function isRepetition({ cells }: ForeignRecord, header: ForeignRecord): boolean {
  return cells.length === header.cells.length && cells.every((cell, index) => cell === header.cells[index]);
}
