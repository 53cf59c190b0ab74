import type { Fault } from '../../csv/fault.ts';
import { findNearest } from '../../csv/nearest.ts';
import { fold } from '../../text/fold.ts';
import { plural } from '../../text/plural.ts';
import { type ForeignTable, placeHeader } from '../foreign-table.ts';
import type { ImportContext } from '../format.ts';
import { simplify } from '../simplify.ts';
import { readBox } from './boxes.ts';
import { readHeader } from './read-header.ts';
import {
  choiceColumns,
  findOption,
  findTarget,
  hasOptions,
  meansOther,
  type SurveyTarget,
  surveyShape,
} from './survey-shape.ts';

/** A column of the file that answers one of ours; with an option, it is a box that ticks it. */
export interface Binding {
  readonly position: number;
  readonly id: SurveyTarget;
  readonly option?: string;
  /** A box in which people write: any words tick it, and are left behind. */
  readonly isFree?: true;
}

/** A file with its columns bound to ours. */
export interface BoundTable {
  readonly table: ForeignTable;
  readonly bindings: readonly Binding[];
  /** Positions that the person left aside. */
  readonly aside: ReadonlySet<number>;
  readonly faults: readonly Fault[];
}

/** What a format knows of headers: our column for a simplified header, '' for one that it reads itself. */
export type KnownHeaders = ReadonlyMap<string, SurveyTarget | ''>;

/** What the header alone says of a column. */
type Named =
  | { readonly id: SurveyTarget; readonly option?: string; readonly isFree?: true }
  | { readonly stranger: SurveyTarget; readonly answer: string }
  | 'aside'
  | 'read'
  | undefined;

/**
 * Finds by position which columns of a file answer ours: as the person said, as the format knows, by title, id or alias; then the boxes,
 * « Question [Réponse] » or the answer alone, behind their question's column or where all the answers of one question stand together.
 */
export function bindColumns(table: ForeignTable, known: KnownHeaders, context: ImportContext): BoundTable {
  const named = table.header.cells.map((header) => nameColumn(header, known, context));
  const boxes = findBoxes(table, named, context);
  const bindings = named.flatMap((name, position): Binding[] => {
    const box = boxes.get(position);
    if (box) return [{ position, ...box }];
    return typeof name === 'object' && 'id' in name ? [{ position, ...name }] : [];
  });
  const aside = new Set([...named.keys()].filter((position) => named[position] === 'aside'));
  return { table, bindings, aside, faults: [...tellStrangers(table, named), ...tellTwins(table, bindings)] };
}

function nameColumn(header: string, known: KnownHeaders, { columns, answers }: ImportContext): Named {
  const given = columns?.get(fold(header));
  if (given === '') return 'aside';
  if (given !== undefined) {
    const option = answers?.get(fold(header))?.get('');
    return { id: given as SurveyTarget, ...(option ? { option } : {}) };
  }
  const names = [header, ...readHeader(header).flatMap((one) => (one.answer === undefined ? one.question : []))];
  const own = names.map((name) => known.get(simplify(name))).find((id) => id !== undefined);
  if (own !== undefined) return own === '' ? 'read' : { id: own };
  const readings = readHeader(header).map(({ question, answer }) => nameReading(question, answer));
  return (
    readings.find((name) => typeof name === 'object' && 'id' in name) ?? readings.find((name) => name !== undefined)
  );
}

function nameReading(question: string, answer: string | undefined): Named {
  const id = findTarget(question);
  if (id === undefined) return undefined;
  if (answer === undefined) return { id };
  if (!hasOptions(id)) return undefined;
  const isFree = meansOther(answer);
  const option = findOption(id, answer);
  if (option !== undefined) return { id, option, ...(isFree ? { isFree } : {}) };
  return /comment(?:aire)?$/.test(simplify(answer)) ? undefined : { stranger: id, answer };
}

/** The boxes whose header is an answer alone. */
function findBoxes(
  table: ForeignTable,
  named: readonly Named[],
  { answers }: ImportContext,
): ReadonlyMap<number, { id: SurveyTarget; option: string }> {
  const { cells: header } = table.header;
  const isBoxes = header.map((name, position) => holdsBoxes(table, position, name));
  const found = new Map<number, { id: SurveyTarget; option: string }>();
  let position = 0;
  while (position < header.length) {
    const name = named[position];
    if (typeof name === 'object' && 'id' in name && name.option === undefined && hasOptions(name.id)) {
      position = bindBehind(name.id, position);
    } else if (name === undefined && isBoxes[position]) position = bindTogether(position);
    else position++;
  }
  return found;

  /** Boxes behind the column of their question, strangers among them passed over; gives the first position after them. */
  function bindBehind(id: SurveyTarget, question: number): number {
    const translated = answers?.get(fold(header[question]!));
    const seen = new Set<string>();
    for (let at = question + 1; at < header.length; at++) {
      if (!isBoxes[at]) return at;
      if (named[at] === 'aside') continue;
      const option = translated?.get(fold(header[at]!)) ?? findOption(id, header[at]!);
      if (option !== undefined && seen.has(option)) return at;
      const isOwn = named[at] === undefined || (option !== undefined && isNeighboured(id, at, seen));
      if (!isOwn) return at;
      if (!option) continue;
      seen.add(option);
      found.set(at, { id, option });
    }
    return header.length;
  }

  /** An answer that is also one of our columns is a box only among other boxes of its question. */
  function isNeighboured(id: SurveyTarget, at: number, seen: ReadonlySet<string>): boolean {
    const next = header[at + 1];
    const isNextBox =
      next !== undefined && named[at + 1] === undefined && isBoxes[at + 1] && findOption(id, next) !== undefined;
    return seen.size > 0 ? found.get(at - 1)?.id === id : isNextBox === true;
  }

  /** Boxes without their question's column: only where every answer of one question is there, so that none is half read. */
  function bindTogether(first: number): number {
    const groups = choiceColumns.flatMap((id) => {
      const options = new Map<string, number>();
      for (let at = first; at < header.length && named[at] === undefined && isBoxes[at]; at++) {
        const option = findOption(id, header[at]!);
        if (option === undefined || options.has(option)) break;
        options.set(option, at);
      }
      const needed = Object.keys(surveyShape[id].options!).filter((code) => !/^(?:autre|aucune?)$/.test(code));
      return needed.every((code) => options.has(code)) ? [{ id, options }] : [];
    });
    const widest = groups.toSorted((a, b) => b.options.size - a.options.size)[0];
    if (!widest) return first + 1;
    for (const [option, at] of widest.options) found.set(at, { id: widest.id, option });
    return first + widest.options.size;
  }
}

/** True for a column where at least half of the filled cells are boxes: the others are then faults. */
function holdsBoxes({ records }: ForeignTable, position: number, name: string): boolean {
  const counts = new Map<string, number>();
  for (const { cells } of records) counts.set(cells[position] ?? '', (counts.get(cells[position] ?? '') ?? 0) + 1);
  counts.delete('');
  const sum = (some: readonly (readonly [string, number])[]) => some.reduce((total, [, count]) => total + count, 0);
  const boxes = [...counts].filter(([cell]) => readBox(cell, [name]) !== undefined);
  return sum(boxes) * 2 >= sum([...counts]);
}

/** Boxes of a known question whose answer is not one of ours: refused once somebody ticked them. */
function tellStrangers(table: ForeignTable, named: readonly Named[]): readonly Fault[] {
  return named.flatMap((name, position): Fault[] => {
    if (typeof name !== 'object' || !('stranger' in name)) return [];
    const ticks = table.records.filter(({ cells }) => readBox(cells[position] ?? '', []) !== false).length;
    if (ticks === 0) return [];
    const { meta, options } = surveyShape[name.stranger];
    const nearest = findNearest(name.answer, Object.values(options!));
    const problem = `réponse inconnue « ${name.answer} » à « ${meta.title} », cochée ${plural(ticks, 'fois', 'fois')}`;
    const expected =
      'une réponse du dictionnaire, écrite en entier à l’export, ou une ligne pour cette colonne dans le fichier de --colonnes';
    return [{ level: 'erreur', ...placeHeader(table, position), problem, expected, nearest }];
  });
}

/** Two columns of one file for one of our columns: their answers to a question of several are put together. */
function tellTwins(table: ForeignTable, bindings: readonly Binding[]): readonly Fault[] {
  const questions = bindings.filter(({ option }) => option === undefined);
  return [...Map.groupBy(questions, ({ id }) => id)].flatMap(([id, [first, ...others]]) =>
    others.map(({ position }): Fault => {
      const { kind, meta } = surveyShape[id];
      const { columnLetter } = placeHeader(table, first!.position);
      const together = kind === 'severalOf' ? ' : leurs réponses sont réunies' : '';
      const problem = `deuxième colonne pour « ${meta.title} », déjà lue en ${columnLetter}${together}`;
      const expected = 'une seule colonne, l’autre laissée de côté dans le fichier donné par --colonnes';
      return { level: 'avertissement', ...placeHeader(table, position), problem, expected };
    }),
  );
}
