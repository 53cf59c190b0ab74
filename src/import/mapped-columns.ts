import type { Shape } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import { columnLetter } from '../csv/letter.ts';
import { findNearest } from '../csv/nearest.ts';
import { fold } from '../text/fold.ts';
import { enumerate } from '../text/list.ts';
import { listDropped } from './dropped-columns.ts';
import { type ForeignRecord, type ForeignTable, placeCell, placeHeader } from './foreign-table.ts';
import type { ImportContext } from './format.ts';
import { type MendedCell, mendCell } from './mend-cell.ts';
import { simplify } from './simplify.ts';
import { translateCell } from './translate-cell.ts';

/** Where a file keeps one thing that we take from it. */
export interface SourceColumn {
  /** Headers under which files have it, labels or ids, the usual first; compared without case, accents, spaces and signs. */
  readonly names: readonly string[];
  /** True where nothing can be imported without it. */
  readonly required?: boolean;
  /** Texts that such files write for a missing answer, such as `0`. */
  readonly missing?: readonly string[];
  /** From the format's own way of writing, which is no damage, to ours; a `problem` says what is lost on the way. */
  readonly convert?: (text: string) => MendedCell;
  /** What to say, once, of a column of which only a part is taken. */
  readonly partly?: string;
}

/** What we take from a file, by the id of our column or by a name of the format's own. */
export type Sources<Id extends string> = { readonly [Each in Id]?: SourceColumn };

/** Where each thing stands in a file, from 0, and what its header asks to be told. */
export interface BoundColumns<Id extends string> {
  readonly positions: { readonly [Each in Id]?: number };
  readonly dropped: readonly string[];
  readonly faults: readonly Fault[];
  /** False where a required column is missing: its fault says it once. */
  readonly isWhole: boolean;
}

/** True where a header has one of the names. */
export function hasColumn(header: readonly string[], names: readonly string[]): boolean {
  const written = new Set(header.map(simplify));
  return names.some((name) => written.has(simplify(name)));
}

/**
 * Finds what we take in a file's header: what the person named, then the names that we know; of two columns for one thing the first is
 * read. What no source names is dropped and told.
 */
export function bindSources<Id extends string>(
  table: ForeignTable,
  sources: Sources<Id>,
  { columns = new Map() }: Pick<ImportContext, 'columns'> = {},
): BoundColumns<Id> {
  const named = table.header.cells.map((name) => columns.get(fold(name)));
  const header = table.header.cells.map((name, position) =>
    named[position] === undefined ? simplify(name) : undefined,
  );
  const positions: { [Each in Id]?: number } = {};
  const doubles: Fault[] = [];
  const told: Fault[] = [];
  const faults: Fault[] = [];
  const kept = new Set<number>();
  for (const [id, source] of Object.entries(sources) as [Id, SourceColumn][]) {
    const name = source.names.map(simplify).find((candidate) => header.includes(candidate));
    const ours = [...named.keys()].filter((position) => named[position] === id);
    const [first, ...others] =
      ours.length > 0 ? ours : [...header.keys()].filter((position) => name !== undefined && header[position] === name);
    if (first !== undefined) positions[id] = first;
    else if (source.required) faults.push(tellAbsent(table, source));
    for (const position of [first, ...others]) if (position !== undefined) kept.add(position);
    if (first !== undefined && source.partly !== undefined) told.push(tellPartly(table, first, source.partly));
    for (const position of others) doubles.push(tellDouble(table, position, first!));
  }
  const aside = [...named.keys()].filter((position) => named[position] === '');
  const refused = [...named.keys()].filter((position) => named[position] && !kept.has(position));
  for (const position of [...aside, ...refused]) kept.add(position);
  const left = listDropped(table, kept);
  return {
    positions,
    dropped: [
      ...doubles.flatMap(({ columnName }) => columnName ?? []),
      ...left.dropped,
      ...[...aside, ...refused].map((position) => table.header.cells[position]!),
    ],
    faults: [
      ...faults,
      ...doubles,
      ...told,
      ...refused.map((position) => tellForeign(table, position, named[position]!)),
      ...left.faults,
    ],
    isWhole: faults.length === 0,
  };
}

function tellAbsent({ file, header: { cells, line, record } }: ForeignTable, { names }: SourceColumn): Fault {
  const known = enumerate(
    names.map((name) => `« ${name} »`),
    'ou',
  );
  const expected = `une colonne nommée ${known}, ou celle que nomme un fichier donné par --colonnes`;
  const nearest = findNearest(names[0]!, cells);
  const problem = 'colonne obligatoire absente';
  return { level: 'erreur', file, line, record, columnName: names[0]!, problem, expected, nearest };
}

function tellDouble(table: ForeignTable, position: number, first: number): Fault {
  const problem = `colonne en double, laissée de côté : c’est la colonne ${columnLetter(first)} qui est lue`;
  return { level: 'avertissement', ...placeHeader(table, position), problem, expected: 'une seule colonne de ce nom' };
}

/** A column of ours that only our team fills, or that such a file does not tell. */
function tellForeign(table: ForeignTable, position: number, id: string): Fault {
  const problem = `« ${id} » ne se reprend pas d’un tel fichier : colonne laissée de côté`;
  return { level: 'erreur', ...placeHeader(table, position), problem, expected: 'une colonne que l’import reprend' };
}

function tellPartly(table: ForeignTable, position: number, problem: string): Fault {
  return {
    level: 'avertissement',
    ...placeHeader(table, position),
    problem,
    expected: 'une colonne que l’import reprend',
  };
}

/** What is known besides the columns: to check codes, and what the file's answers are called here. */
type ReadOptions = Pick<ImportContext, 'references' | 'answers'>;

/** The texts of a line by id, mended for those that are columns of ours, and a fault for each mended one. */
export function readSources<Id extends string>(
  table: ForeignTable,
  record: ForeignRecord,
  { positions }: BoundColumns<Id>,
  sources: Sources<Id>,
  columns: Shape,
  { references, answers }: ReadOptions = {},
): { readonly cells: Readonly<Record<Id, string>>; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const entries = (Object.entries(sources) as [Id, SourceColumn][]).map(([id, { convert, missing }]) => {
    const position = positions[id] ?? -1;
    const written = record.cells[position] ?? '';
    const column = columns[id];
    const own = answers?.get(fold(table.header.cells[position] ?? ''));
    const translated = own && column && written !== '' ? translateCell(written, column, own) : written;
    const read: MendedCell = translated === '' ? { text: '' } : (convert?.(translated) ?? { text: translated });
    const isMissing = !column && missing?.includes(read.text);
    const mended = column ? mendCell(read.text, column, { missing, references }) : isMissing ? { text: '' } : read;
    for (const problem of new Set([read.problem, mended.problem])) {
      if (problem === undefined) continue;
      const expected = column?.expected ?? 'une colonne que l’import reprend';
      const fault = { problem, expected, mended: mended.text || undefined };
      faults.push({ level: 'avertissement', ...placeCell(table, record, position), ...fault });
    }
    return [id, mended.text] as const;
  });
  return { cells: Object.fromEntries(entries) as Record<Id, string>, faults };
}
