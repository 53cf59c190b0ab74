import type { References, Refusal, RowOfShape, Shape } from './column.ts';
import { type Cutter, makeCutter } from './cutter.ts';
import { toUtf8 } from './decode.ts';
import { guessDelimiter } from './delimiter.ts';
import { explainFaults } from './explain.ts';
import type { Fault, Level } from './fault.ts';
import { type Binding, bindHeader, type HeaderRules, listNames } from './header.ts';
import { columnLetter } from './letter.ts';
import { findRepeated, makeFaultAt } from './locate.ts';
import { describeQuotes } from './quotes.ts';
import { readRecords } from './records.ts';

/** Enough bytes to hold any header line. */
const HEADER_BYTES = 100_000;

/** How a file is read. */
export interface ReadOptions<S extends Shape> extends Partial<HeaderRules> {
  /** The name told in faults. */
  readonly file: string;
  readonly columns: S;
  /** Without them, commune codes are checked for their form only. */
  readonly references?: References | undefined;
  /** Properties that every row gets, such as its millésime. */
  readonly constants?: Readonly<Record<string, string>>;
}

/** What a CSV holds: its rows, every fault in it, and where a row stands. */
export interface Reading<Row> {
  /** A refused cell reads as empty; a record whose required cell is refused is left out. */
  readonly rows: readonly Row[];
  /** The rows without any error: those that rules over several cells may judge. */
  readonly soundRows: readonly Row[];
  readonly faults: readonly Fault[];
  /** The fault of a row's cell, for rules over several cells; a row of another file is a bug. */
  faultAt(row: Row, column: string, refusal: Refusal & { readonly level?: Level }): Fault;
}

/**
 * Reads the bytes of a CSV as rows of the given columns. Never throws for what a file holds.
 * Cells are compared as bytes: only a cell that its column has not met yet becomes a text and goes through its schema.
 */
export function readCsv<const S extends Shape>(bytes: Uint8Array, options: ReadOptions<S>): Reading<RowOfShape<S>> {
  const {
    file,
    columns,
    references,
    constants,
    unknownColumn = 'erreur',
    questionnaire = 9999,
    ordered = false,
  } = options;
  const names = listNames(columns);
  const source = toUtf8(bytes, file);
  const faults: Fault[] = [...source.faults];
  const start = new TextDecoder().decode(source.bytes.subarray(0, HEADER_BYTES));
  const declared = /^sep=([;,\t|])\r?\n/.exec(start)?.[1];
  const cutter = makeCutter(source.bytes, declared ?? guessDelimiter(start, new Set(names.keys())));
  if (declared) cutter.next();

  const header = readHeader(cutter);
  const place = { file, line: cutter.place.line, record: cutter.place.record };
  if (!header && faults.length === 0) faults.push(describeEmpty(file));
  if (header && cutter.fault) faults.push(describeQuotes(cutter.fault, place));
  if (!header || cutter.fault) return { rows: [], soundRows: [], faults, faultAt: refuseRow };
  const { bindings, faults: naming } = bindHeader(
    header,
    columns,
    names,
    { unknownColumn, questionnaire, ordered },
    place,
  );
  for (const fault of naming) faults.push(fault);
  if (bindings.length === 0) return { rows: [], soundRows: [], faults, faultAt: refuseRow };

  const template: Record<string, unknown> = { ...constants };
  for (const [id, column] of Object.entries(columns)) template[id] = column.empty;
  const first = cutter.place;
  const body = readRecords(cutter, bindings, { bytes: source.bytes, width: header.length, template, references, file });
  const count = { bindings, records: body.rows.length, width: header.length };
  // A line that bytes have spoilt is told once, by them.
  const spoilt = new Set(source.faults.map(({ line }) => line));
  const told = body.faults.filter(({ line }) => !spoilt.has(line));
  for (const fault of explainFaults(told, count)) faults.push(fault);
  const opened = { file, cutter, bindings, body };
  for (const binding of bindings) if (binding.column.meta.unique) faults.push(...findRepeated(opened, binding));
  cutter.rewind(first);
  faults.push(...findNameless(header, cutter, unknownColumn, file));
  const faultAt = makeFaultAt(opened, columns);
  if (isLacking(columns, bindings)) return { rows: [], soundRows: [], faults, faultAt };
  const rows = body.rows as RowOfShape<S>[];
  const keep = (flags: readonly boolean[]) => rows.filter((_, at) => flags[at]);
  return { rows: keep(body.complete), soundRows: keep(body.sound), faults, faultAt };
}

/** The cells of the first record in which something is written; the cutter stays on it. */
function readHeader(cutter: Cutter): readonly string[] | undefined {
  while (cutter.next()) {
    if (cutter.fault || !cutter.isBlank())
      return Array.from({ length: cutter.width }, (_, cell) => cutter.textOf(cell));
  }
  return undefined;
}

function describeEmpty(file: string): Fault {
  const expected = 'une ligne d’en-tête, puis une ligne par enregistrement';
  return { level: 'erreur', file, problem: 'fichier vide', expected };
}

/** True when a required column is not in the file at all: no record can then make a row. */
function isLacking(columns: Shape, bindings: readonly Binding[]): boolean {
  const bound = new Set(bindings.map(({ id }) => id));
  return Object.entries(columns).some(([id, { meta }]) => meta.required && !bound.has(id));
}

/** A column without a name is harmless when nothing stands in it; the cutter is at the header. */
function findNameless(header: readonly string[], cutter: Cutter, level: Level, file: string): Fault[] {
  const nameless = new Set([...header.keys()].filter((position) => header[position]!.trim() === ''));
  const faults: Fault[] = [];
  cutter.next();
  while (nameless.size > 0 && cutter.next()) {
    for (const position of nameless) {
      const value = cutter.textOf(position);
      if (value.trim() === '') continue;
      nameless.delete(position);
      const { line, record } = cutter.place;
      const expected = 'un nom de colonne dans la ligne d’en-tête';
      faults.push({
        level,
        file,
        line,
        record,
        columnLetter: columnLetter(position),
        value,
        problem: 'colonne sans nom',
        expected,
      });
    }
  }
  return faults;
}

function refuseRow(): never {
  throw new Error('This row was not read from this file');
}
