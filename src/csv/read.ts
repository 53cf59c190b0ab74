import type { References, Refusal, RowOfShape, Shape } from './column.ts';
import { decode } from './decode.ts';
import { guessDelimiter } from './delimiter.ts';
import type { Fault, Level } from './fault.ts';
import { type Binding, bindHeader, type HeaderRules, listNames } from './header.ts';
import { columnLetter } from './letter.ts';
import { type Parsed, parse } from './parse.ts';
import { type Body, isBlank, readRecords } from './records.ts';

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

/** Reads the bytes of a CSV as rows of the given columns. Never throws for what a file holds. */
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
  const { text, faults: encoding } = decode(bytes, file);
  const declared = /^sep=([;,\t])\r?\n/.exec(text)?.[1];
  const parsed = parse(text, declared ?? guessDelimiter(text, new Set(names.keys())), file);
  const { records } = parsed;

  const headerIndex = records.findIndex((record, index) => !isBlank(record) && !(declared && index === 0));
  const faults = [...encoding, ...parsed.faults];
  if (headerIndex === -1 && faults.length === 0) {
    faults.push({
      level: 'erreur',
      file,
      problem: 'fichier vide',
      expected: 'une ligne d’en-tête, puis une ligne par enregistrement',
    });
  }
  const place = { file, line: parsed.lineOf(headerIndex), record: headerIndex + 1 };
  const header = records[headerIndex] ?? [];
  const { bindings, faults: naming } =
    headerIndex === -1
      ? { bindings: [], faults: [] }
      : bindHeader(header, columns, names, { unknownColumn, questionnaire, ordered }, place);
  faults.push(...naming, ...findNameless(header, parsed, headerIndex, unknownColumn, file));
  if (bindings.length === 0) return { rows: [], soundRows: [], faults, faultAt: refuseForeignRow };

  // Made at one stroke: an object grown key by key becomes a hash table for the engine, and so would every row.
  const template = Object.fromEntries([
    ...Object.entries(constants ?? {}),
    ...Object.entries(columns).map(([id, { empty }]) => [id, empty] as const),
  ]);
  const body = readRecords(parsed, headerIndex, bindings, { template, references, file });
  for (const fault of body.faults) faults.push(fault);
  for (const binding of bindings) {
    if (binding.column.meta.unique) faults.push(...findRepeated(binding, body, parsed, file));
  }
  const faultAt = makeFaultAt(body, bindings, parsed, columns, file);
  if (isLacking(columns, bindings)) return { rows: [], soundRows: [], faults, faultAt };
  const rows = body.rows as RowOfShape<S>[];
  const keep = (flags: readonly boolean[]) => rows.filter((_, at) => flags[at]);
  return { rows: keep(body.complete), soundRows: keep(body.sound), faults, faultAt };
}

/** True when a required column is not in the file at all: no record can then make a row. */
function isLacking(columns: Shape, bindings: readonly Binding[]): boolean {
  const bound = new Set(bindings.map(({ id }) => id));
  return Object.entries(columns).some(([id, { meta }]) => meta.required && !bound.has(id));
}

/** A column without a name is harmless when nothing stands in it. */
function findNameless(
  header: readonly string[],
  { records, lineOf }: Parsed,
  headerIndex: number,
  level: Level,
  file: string,
): Fault[] {
  return [...header.entries()]
    .filter(([, name]) => name.trim() === '')
    .flatMap(([position]) => {
      const index = records.findIndex((record, at) => at > headerIndex && (record[position] ?? '').trim() !== '');
      if (index === -1) return [];
      const place = { file, line: lineOf(index), record: index + 1, columnLetter: columnLetter(position) };
      const expected = 'un nom de colonne dans la ligne d’en-tête';
      return [{ level, ...place, value: records[index]![position]!, problem: 'colonne sans nom', expected }];
    });
}

function findRepeated(
  { id, position, name }: Binding,
  { rows, indexes }: Body,
  { records, lineOf }: Parsed,
  file: string,
): Fault[] {
  const faults: Fault[] = [];
  const seen = new Map<unknown, number>();
  for (const [at, row] of rows.entries()) {
    const value = row[id];
    const index = indexes[at]!;
    const first = seen.get(value);
    if (value === null) continue;
    if (first === undefined) seen.set(value, index);
    else {
      faults.push({
        level: 'erreur',
        file,
        line: lineOf(index),
        record: index + 1,
        columnLetter: columnLetter(position),
        columnName: name,
        value: records[index]![position] ?? '',
        problem: `valeur déjà présente à la ligne ${lineOf(first)}`,
        expected: 'une valeur différente à chaque ligne',
      });
    }
  }
  return faults;
}

function makeFaultAt(
  { rows, indexes }: Body,
  bindings: readonly Binding[],
  { records, lineOf }: Parsed,
  columns: Shape,
  file: string,
) {
  let places: Map<unknown, number> | undefined;
  return (row: unknown, id: string, { level = 'erreur', ...refusal }: Refusal & { readonly level?: Level }): Fault => {
    places ??= new Map(rows.map((known, at) => [known, indexes[at]!]));
    const index = places.get(row);
    if (index === undefined) return refuseForeignRow();
    const place = { file, line: lineOf(index), record: index + 1 };
    const binding = bindings.find((candidate) => candidate.id === id);
    if (!binding) return { level, ...place, columnName: columns[id]?.meta.title ?? id, ...refusal };
    const { position, name } = binding;
    const value = records[index]![position] ?? '';
    return { level, ...place, columnLetter: columnLetter(position), columnName: name, value, ...refusal };
  };
}

function refuseForeignRow(): never {
  throw new Error('This row was not read from this file');
}
