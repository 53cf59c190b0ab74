import { type Outcome, readCell } from './cell.ts';
import type { References } from './column.ts';
import type { Fault } from './fault.ts';
import type { Binding } from './header.ts';
import { columnLetter } from './letter.ts';
import type { Parsed } from './parse.ts';

/** Texts remembered for each column: one with more distinct texts gains nothing by it. */
const REMEMBERED = 65_536;

interface Context {
  /** A row whose cells are all empty: rows are copies of it, which keeps them all of one shape for the engine. */
  readonly template: Readonly<Record<string, unknown>>;
  readonly references: References | undefined;
  readonly file: string;
}

/** The records that are not blank, each as a row; a refused cell reads as empty, even a required one. */
export interface Body {
  readonly rows: Record<string, unknown>[];
  /** Place of each row among the records. */
  readonly indexes: number[];
  /** Whether each row has all its required cells. */
  readonly complete: boolean[];
  /** Whether each row is without error. */
  readonly sound: boolean[];
}

/** True when nothing is written in a record. */
export function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === '');
}

/** Turns the records after the header into rows, with the faults of their cells; each distinct text of a column is judged once. */
export function readRecords(
  { records, lineOf }: Parsed,
  headerIndex: number,
  bindings: readonly Binding[],
  context: Context,
) {
  const { template, references, file } = context;
  const width = records[headerIndex]!.length;
  const body: Body = { rows: [], indexes: [], complete: [], sound: [] };
  const faults: Fault[] = [];
  let isLacking = false;
  let isSound = true;
  const readers = bindings.map((binding) => ({
    ...binding,
    values: new Map<string, unknown>(),
    flaws: new Map<string, Outcome>(),
  }));

  for (let index = headerIndex + 1; index < records.length; index++) {
    const record = records[index]!;
    const known = faults.length;
    const row = { ...template };
    let isEmpty = true;
    isLacking = false;
    isSound = true;
    if (record.length !== width) judgeWidth(record, index);
    for (const reader of readers) {
      const raw = record[reader.position] ?? '';
      if (raw !== '') isEmpty = false;
      const value = reader.values.get(raw);
      row[reader.id] = value === undefined ? judge(reader, raw, index) : value;
    }
    if ((isEmpty || faults.length > known) && isBlank(record)) faults.length = known;
    else {
      body.rows.push(row);
      body.indexes.push(index);
      body.complete.push(!isLacking);
      body.sound.push(isSound);
    }
  }
  return { ...body, faults };

  function judge(reader: (typeof readers)[number], raw: string, index: number): unknown {
    const outcome = reader.flaws.get(raw) ?? readCell(raw, reader.column, references);
    if (!outcome.flaw) {
      if (reader.values.size < REMEMBERED) reader.values.set(raw, outcome.value);
      return outcome.value;
    }
    if (outcome.flaw.level === 'erreur') {
      isSound = false;
      if (reader.column.meta.required) isLacking = true;
    }
    if (reader.flaws.size < REMEMBERED) reader.flaws.set(raw, outcome);
    faults.push({
      file,
      line: lineOf(index),
      record: index + 1,
      columnLetter: columnLetter(reader.position),
      columnName: reader.name,
      value: raw,
      ...outcome.flaw,
    });
    return outcome.value;
  }

  function judgeWidth(record: readonly string[], index: number): void {
    isSound = false;
    const place = { level: 'erreur', file, line: lineOf(index), record: index + 1 } as const;
    const extra = record.findIndex((cell, position) => position >= width && cell.trim() !== '');
    const expected = `${width} cellules, comme dans la ligne d’en-tête`;
    if (extra !== -1) {
      faults.push({
        ...place,
        columnLetter: columnLetter(extra),
        value: record[extra]!,
        problem: 'cellule en trop',
        expected,
      });
    } else if (record.length < width) {
      faults.push({ ...place, problem: `ligne incomplète : ${record.length} cellules`, expected });
    }
  }
}
