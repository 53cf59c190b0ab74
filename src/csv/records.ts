import { fold } from '../text/fold.ts';
import { formatNumber } from '../text/number.ts';
import { plural } from '../text/plural.ts';
import { type Outcome, readCell } from './cell.ts';
import type { References } from './column.ts';
import type { Cutter, Place } from './cutter.ts';
import { type Fault, MOST_FAULTS } from './fault.ts';
import type { Binding } from './header.ts';
import { columnLetter } from './letter.ts';
import { makeMemo } from './memo.ts';
import { describeQuotes } from './quotes.ts';
import { makeRowMaker } from './row-maker.ts';
import { isTotalLine, readPlainAmount } from './total-line.ts';

interface Context {
  readonly bytes: Uint8Array;
  /** How many cells the header has. */
  readonly width: number;
  /** A row whose cells are all empty. */
  readonly template: Readonly<Record<string, unknown>>;
  readonly references: References | undefined;
  readonly file: string;
}

/** The records that are not blank, each as a row; a refused cell reads as empty, even a required one. */
export interface Body {
  readonly rows: Record<string, unknown>[];
  readonly places: Place[];
  /** Whether each row has all its required cells. */
  readonly complete: boolean[];
  /** Whether each row is without error. */
  readonly sound: boolean[];
}

/** Turns the records after the header into rows, with the faults of their cells; each distinct cell of a column is judged once. */
export function readRecords(cutter: Cutter, bindings: readonly Binding[], context: Context) {
  const { bytes, width, template, references, file } = context;
  const { starts, ends } = cutter;
  const body: Body = { rows: [], places: [], complete: [], sound: [] };
  const faults: Fault[] = [];
  let isComplete = true;
  let isSound = true;
  const ids = Object.keys(template);
  const makeRow = makeRowMaker(ids);
  const values = Object.values(template);
  const readers = bindings.map((binding) => ({
    ...binding,
    target: ids.indexOf(binding.id),
    letter: columnLetter(binding.position),
    empty: binding.column.empty,
    memo: makeMemo(bytes),
    flawed: new Map<string, Outcome>(),
  }));

  while (cutter.next()) {
    const { place } = cutter;
    if (faults.length >= MOST_FAULTS) {
      faults.push(tellTooMany(file, place));
      break;
    }
    if (cutter.fault) {
      faults.push(describeQuotes(cutter.fault, { file, line: place.line, record: place.record }));
      continue;
    }
    const told = faults.length;
    let isEmpty = true;
    isComplete = true;
    isSound = true;
    for (const reader of readers) {
      const cell = reader.position;
      const known = cell < cutter.width ? reader.memo.find(starts[cell]!, ends[cell]!) : undefined;
      const value = known === undefined ? judge(reader) : known;
      if (value !== reader.empty) isEmpty = false;
      values[reader.target] = value;
    }
    const overall = cutter.width !== width || faults.length > told ? judgeRecord(told) : undefined;
    if (overall) {
      faults.length = told;
      faults.push(overall);
      isSound = isComplete = false;
      // Its cells stand under other columns than their own: nothing in them may be compared with anything.
      for (const [at, empty] of Object.values(template).entries()) values[at] = empty;
    }
    if (isEmpty && cutter.isBlank()) faults.length = told;
    else {
      body.rows.push(makeRow(values));
      body.places.push(place);
      body.complete.push(isComplete);
      body.sound.push(isSound);
    }
  }
  return { ...body, faults };

  function judge({ position, letter, name, column, memo, flawed }: (typeof readers)[number]): unknown {
    const text = cutter.textOf(position);
    const outcome = flawed.get(text) ?? readCell(text, column, references);
    if (!outcome.flaw) {
      if (position < cutter.width) memo.keep(starts[position]!, ends[position]!, outcome.value);
      return outcome.value;
    }
    flawed.set(text, outcome);
    if (outcome.flaw.level === 'erreur') {
      isSound = false;
      if (column.meta.required) isComplete = false;
    }
    const { line, record } = cutter.place;
    const character = cutter.characterOf(position);
    faults.push({
      file,
      line,
      record,
      ...(character === undefined ? {} : { character }),
      columnLetter: letter,
      columnName: name,
      value: text,
      ...outcome.flaw,
    });
    return outcome.value;
  }

  /** What is wrong with a record as a whole: it says more than the faults of its cells, and takes their place. */
  function judgeRecord(told: number): Fault | undefined {
    const { line, record } = cutter.place;
    const place = { level: 'erreur', file, line, record } as const;
    if (readers.every(({ position, name }) => fold(cutter.textOf(position)) === fold(name))) {
      return { ...place, problem: 'ligne d’en-tête répétée', expected: 'un enregistrement' };
    }
    if (isTotalLine(cellsFrom(0))) {
      return { ...place, problem: 'ligne de total', expected: 'un enregistrement : les totaux se recalculent' };
    }
    if (isBareSum()) {
      const problem = 'ligne de nombres seuls : un total, ou un reste de calcul';
      return { ...place, problem, expected: 'un enregistrement : les totaux se recalculent' };
    }
    // Empty cells at the end are harmless, unless what stands before them is not where it should be.
    const isMoved = faults.slice(told).some(({ level }) => level === 'erreur');
    const tooLong = [...cellsFrom(width)].some((cell) => isMoved || cell.trim() !== '');
    if (!tooLong && cutter.width >= width) return undefined;
    const problem = `${tooLong ? 'ligne trop longue' : 'ligne incomplète'} : ${plural(cutter.width, 'cellule', 'cellules')}`;
    return { ...place, problem, expected: `${width} cellules, comme dans la ligne d’en-tête` };
  }

  /** Numbers, and most of what a record cannot do without is not there. */
  function isBareSum(): boolean {
    const required = readers.filter(({ column }) => column.meta.required);
    const lacking = required.filter(({ position }) => cutter.textOf(position).trim() === '');
    if (lacking.length < 2 || lacking.length * 2 <= required.length) return false;
    return [...cellsFrom(0)].every((cell) => cell.trim() === '' || readPlainAmount(cell.trim()) !== undefined);
  }

  /** The texts of the record's cells from a position on, cut one at a time: most judgements need few. */
  function* cellsFrom(first: number): Generator<string> {
    for (let cell = first; cell < cutter.width; cell++) yield cutter.textOf(cell);
  }
}

function tellTooMany(file: string, { line, record }: Place): Fault {
  const problem = `plus de ${formatNumber(MOST_FAULTS)} fautes : la suite n’a pas été lue`;
  return { level: 'erreur', file, line, record, problem, expected: 'un fichier de ce jeu de données' };
}
