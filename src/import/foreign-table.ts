import { decode } from '../csv/decode.ts';
import type { Fault } from '../csv/fault.ts';
import { columnLetter } from '../csv/letter.ts';
import { parse } from '../csv/parse.ts';
import { plural } from '../text/plural.ts';
import { findHeader } from './find-header.ts';
import { findTotalRows } from './total-rows.ts';

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
  /** Lines above the header, blank lines, repetitions of the header, totals and lines whose cells moved are left out. */
  readonly records: readonly ForeignRecord[];
  /** What the bytes, the quotes and the lines left out ask to be told. */
  readonly faults: readonly Fault[];
  /** Lines under the header that hold something, those left out included. */
  readonly read: number;
  /** Of the rows that were asked to be left out, those that were there. */
  readonly omitted: readonly number[];
}

/** What is known of a file before it is opened. */
export interface Opening {
  /** True for the header of a known format: titles and notes may stand above it. */
  readonly isHeader?: (cells: readonly string[]) => boolean;
  /** The spreadsheet's rows, from 1, that the person wants left out. */
  readonly without?: ReadonlySet<number>;
}

/** Opens a CSV of any encoding and delimiter; a file without a single filled line has an empty header. Never throws. */
export function openForeignTable(
  bytes: Uint8Array,
  file: string,
  { isHeader = () => false, without = new Set() }: Opening = {},
): ForeignTable {
  const decoded = decode(bytes, file);
  const start = findHeader(decoded.text, isHeader);
  const parsed = parse(decoded.text, start.delimiter, file);
  const written = parsed.records.map((cells, index) => ({
    cells: cells.map((cell) => cell.trim()),
    line: parsed.lineOf(index),
    record: index + 1,
  }));
  const at = written.findIndex((record) => record.line >= start.line && !isBlank(record));
  const header = written[at] ?? { cells: [], line: 1, record: 1 };
  const below = at < 0 ? [] : written.slice(at + 1);
  const filled = below.filter((record) => !isBlank(record));
  const wanted = filled.filter(({ record }) => !without.has(record));
  const omitted = filled.flatMap(({ record }) => (without.has(record) ? record : []));
  const sorted = sortOut(wanted, header, file);
  return {
    file,
    header,
    records: sorted.records,
    faults: [
      ...decoded.faults,
      ...parsed.faults.filter(({ record = 0 }) => !omitted.includes(record)),
      ...tellAbove(written.slice(0, Math.max(at, 0)), file),
      ...tellBlank(below, header, file),
      ...sorted.faults,
    ],
    read: filled.length,
    omitted,
  };
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

/** True for a column without a name in which nothing stands. */
export function isEmptyColumn({ header, records }: Pick<ForeignTable, 'header' | 'records'>, position: number) {
  return header.cells[position] === '' && records.every(({ cells }) => !cells[position]);
}

function isBlank({ cells }: ForeignRecord): boolean {
  return cells.every((cell) => cell === '');
}

/** The lines that are records of the table; a fault for each other one. */
function sortOut(filled: readonly ForeignRecord[], header: ForeignRecord, file: string) {
  const totals = findTotalRows(filled);
  const faults: Fault[] = [];
  const records = filled.filter((record) => {
    const refusal = totals.has(record) ? TOTAL : (judgeRepetition(record, header) ?? judgeWidth(record, header));
    if (refusal) faults.push({ ...refusal, file, line: record.line, record: record.record });
    return refusal === undefined;
  });
  return { records, faults };
}

type Reason = Omit<Fault, 'file' | 'line' | 'record'>;

const TOTAL: Reason = {
  level: 'avertissement',
  problem: 'ligne de total, laissée de côté',
  expected: 'une ligne par enregistrement',
};

function judgeRepetition({ cells }: ForeignRecord, header: ForeignRecord): Reason | undefined {
  const isSame = cells.length === header.cells.length && cells.every((cell, index) => cell === header.cells[index]);
  if (!isSame) return undefined;
  return {
    level: 'avertissement',
    problem: 'ligne d’en-tête répétée, laissée de côté',
    expected: 'un seul en-tête',
  };
}

/** A delimiter inside a cell that has no quotes, or a line cut in two, moves what follows into other columns. */
function judgeWidth({ cells }: ForeignRecord, { cells: { length } }: ForeignRecord): Reason | undefined {
  const extra = cells.findIndex((cell, position) => position >= length && cell !== '');
  const expected = `${plural(length, 'cellule', 'cellules')}, comme dans la ligne d’en-tête`;
  if (extra >= 0) {
    const problem = 'cellule en trop : un séparateur dans un texte sans guillemets a décalé la ligne';
    return { level: 'erreur', columnLetter: columnLetter(extra), value: cells[extra]!, problem, expected };
  }
  if (cells.length >= length) return undefined;
  const problem = `ligne incomplète : ${plural(cells.length, 'cellule', 'cellules')}`;
  return { level: 'erreur', problem, expected };
}

/** Titles and notes above the header. */
function tellAbove(above: readonly ForeignRecord[], file: string): readonly Fault[] {
  return above
    .filter((record) => !isBlank(record) && !/^sep=/.test(record.cells.join('')))
    .map(({ cells, line, record }) => ({
      level: 'avertissement',
      file,
      line,
      record,
      value: cells.filter((cell) => cell !== '').join(' '),
      problem: 'ligne au-dessus de l’en-tête, laissée de côté',
      expected: 'les noms des colonnes à la première ligne',
    }));
}

/** Lines and columns of empty cells, told once; an empty line without a delimiter is what any file ends with. */
function tellBlank(below: readonly ForeignRecord[], header: ForeignRecord, file: string): readonly Fault[] {
  const lines = below.filter((record) => record.cells.length > 1 && isBlank(record));
  const columns = header.cells.filter((_, position) => isEmptyColumn({ header, records: below }, position));
  const told = { level: 'avertissement', file, expected: 'des lignes et des colonnes remplies' } as const;
  return [
    ...(lines.length === 0
      ? []
      : [
          {
            ...told,
            line: lines[0]!.line,
            record: lines[0]!.record,
            also: lines.slice(1).map(({ line, record }) => ({ line, record })),
            problem: 'ligne vide, laissée de côté',
          },
        ]),
    ...(columns.length === 0
      ? []
      : [
          {
            ...told,
            line: header.line,
            record: header.record,
            problem: `${plural(columns.length, 'colonne vide, laissée', 'colonnes vides, laissées')} de côté`,
          },
        ]),
  ];
}
