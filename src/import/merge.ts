import { isDeepStrictEqual } from 'node:util';
import type { Shape } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import { writtenText } from '../csv/write.ts';
import type { Dataset } from '../datasets/define.ts';
import { recordsOf } from '../datasets/records.ts';
import type { ImportedLine } from './format.ts';
import { type FileInPlace, type LineInPlace, readInPlace } from './open-in-place.ts';

/** A cell of the file in place that the import writes over. */
export interface ChangedCell {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** A line of the file in place that the import changes. */
export interface ChangedLine {
  readonly line: ImportedLine;
  readonly cells: readonly ChangedCell[];
}

/** What a file becomes once an import is put into it. */
export interface Merged {
  /** Header first. */
  readonly records: readonly (readonly string[])[];
  /** The imported line that each record tells, in their order; undefined for the header and for what the import does not touch. */
  readonly origins: readonly (ImportedLine | undefined)[];
  readonly added: readonly ImportedLine[];
  readonly changed: readonly ChangedLine[];
  readonly unchanged: number;
  /** Lines in place that the import does not have, and that stay. */
  readonly kept: number;
  /** Lines in place that the import does not have, and that go: none unless the file is replaced. */
  readonly removed: number;
  /** Lines in place that withdrew: whatever the import says of them, they stay as they are. */
  readonly withdrawn: number;
  /** Cells that are empty in the import, filled in place, and stay so. */
  readonly spared: number;
  readonly faults: readonly Fault[];
}

/** How a file is completed, or replaced. */
export interface MergeOptions {
  readonly dataset: Pick<Dataset, 'columns' | 'key' | 'team' | 'withdrawal'>;
  /** Columns of a file that does not exist yet. */
  readonly asked: ReadonlySet<string>;
  /** True: lines and cells that the import does not have go, but for what our team wrote and for withdrawals. */
  readonly replace: boolean;
}

/**
 * Puts the lines of an import into the file in place: same key, same line. A line it does not have stays, an empty cell of
 * the import never empties one in place, and a line that withdrew is not touched.
 */
export function mergeLines(
  imported: readonly ImportedLine[],
  inPlace: FileInPlace | undefined,
  options: MergeOptions,
): Merged {
  const { dataset } = options;
  const shape = dataset.columns;
  const lines = imported.map((line) => ({ line, row: line.row as Row, texts: writeTexts(line.row, shape) }));
  const pairs = pairLines(lines, inPlace?.lines ?? [], dataset);
  const filled = new Set(lines.flatMap(({ texts }) => Object.keys(texts).filter((id) => texts[id] !== '')));
  const columns = listColumns(inPlace, shape, filled, options.asked);
  const headers = columns.map((id) => inPlace?.headers.get(id) ?? shape[id]!.meta.title);

  const partners = new Map(pairs.map(({ own, fresh }) => [own, fresh]));
  const paired = new Set(partners.values());
  const added = lines.filter((fresh) => !paired.has(fresh));
  const changed: ChangedLine[] = [];
  const tally = { unchanged: 0, kept: 0, removed: 0, withdrawn: 0, spared: 0 };
  const records: string[][] = [];
  const origins: (ImportedLine | undefined)[] = [undefined];
  for (const own of inPlace?.lines ?? []) {
    const fresh = partners.get(own);
    const asIs = columns.map((id) => own.texts.get(id) ?? '');
    const known = records.length;
    if (isWithdrawn(own, dataset)) {
      tally.withdrawn++;
      records.push(asIs);
    } else if (!fresh) {
      if (options.replace) tally.removed++;
      else {
        tally.kept++;
        records.push(asIs);
      }
    } else {
      const cells = columns.flatMap((id, at) => compareCell(own, fresh, id, at));
      if (cells.length === 0) tally.unchanged++;
      else changed.push({ line: fresh.line, cells: cells.map(({ cell }) => cell) });
      const after = new Map(cells.map(({ at, cell }) => [at, cell.after]));
      records.push(asIs.map((text, at) => after.get(at) ?? text));
    }
    if (records.length > known) origins.push(isWithdrawn(own, dataset) ? undefined : fresh?.line);
  }
  for (const { line, texts } of added) {
    records.push(columns.map((id) => texts[id] ?? ''));
    origins.push(line);
  }
  return {
    records: [headers, ...records],
    origins,
    added: added.map(({ line }) => line),
    changed,
    ...tally,
    faults: tellRepeated(lines, dataset),
  };

  function compareCell(own: LineInPlace, { line, row, texts }: Fresh, id: string, at: number) {
    const before = own.texts.get(id) ?? '';
    const after = texts[id];
    if (after === undefined || before === after) return [];
    if (before !== '' && dataset.team?.includes(id) && (!line.isOurs || after === '')) return [];
    if (after === '' && !options.replace) {
      if (filled.has(id)) tally.spared++;
      return [];
    }
    if (isSame(readInPlace(own, id, shape), row[id])) return [];
    return [{ at, cell: { title: headers[at]!, before, after } }];
  }
}

/** True for a line in place whose subject asked to leave. */
export function isWithdrawn(line: LineInPlace, { withdrawal }: Pick<Dataset, 'withdrawal'>): boolean {
  return withdrawal !== undefined && (line.texts.get(withdrawal) ?? '') !== '';
}

type Row = Readonly<Record<string, unknown>>;

interface Fresh {
  readonly line: ImportedLine;
  readonly row: Row;
  /** The row as our files write it, by column id. */
  readonly texts: Readonly<Record<string, string>>;
}

function writeTexts(row: object, shape: Shape): Readonly<Record<string, string>> {
  const [, cells = []] = recordsOf(shape, [row]);
  return Object.fromEntries(Object.keys(shape).map((id, at) => [id, writtenText(cells[at] ?? null)]));
}

/** Same key, same line; where a key is not unique, lines that say the same come first, then each in its turn. */
function pairLines(lines: readonly Fresh[], inPlace: readonly LineInPlace[], dataset: MergeOptions['dataset']) {
  const { columns: shape, key } = dataset;
  const known = Map.groupBy(inPlace, (own) => JSON.stringify(key.map((id) => readInPlace(own, id, shape) ?? null)));
  const pairs: { own: LineInPlace; fresh: Fresh }[] = [];
  for (const [name, group] of Map.groupBy(lines, ({ row }) => keyOf(row, key))) {
    const free = [...(known.get(name) ?? [])];
    const alike = (own: LineInPlace, { row, texts }: Fresh) =>
      Object.keys(shape).every((id) => texts[id] === '' || isSame(readInPlace(own, id, shape), row[id]));
    const rest = group.filter((fresh) => !take(fresh, (own) => alike(own, fresh)));
    for (const fresh of rest) take(fresh, () => true);

    function take(fresh: Fresh, suits: (own: LineInPlace) => boolean): boolean {
      const at = free.findIndex(suits);
      if (at < 0) return false;
      pairs.push({ own: free.splice(at, 1)[0]!, fresh });
      return true;
    }
  }
  return pairs;
}

function keyOf(row: Row, key: readonly string[]): string {
  return JSON.stringify(key.map((id) => row[id] ?? null));
}

/** Answers of a multiple choice are a set. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return isDeepStrictEqual(one.toSorted(), other.toSorted());
  return isDeepStrictEqual(one ?? null, other ?? null);
}

/** The columns in place in their order, ours that the import fills each behind the one it follows in the dataset. */
function listColumns(
  inPlace: FileInPlace | undefined,
  shape: Shape,
  filled: ReadonlySet<string>,
  asked: ReadonlySet<string>,
): readonly string[] {
  const ours = Object.keys(shape);
  if (!inPlace) return ours.filter((id) => asked.has(id) || filled.has(id));
  const columns = [...inPlace.columns];
  for (const [at, id] of ours.entries()) {
    if (columns.includes(id) || !filled.has(id)) continue;
    const before = ours.slice(0, at).findLast((other) => columns.includes(other));
    columns.splice(before === undefined ? 0 : columns.indexOf(before) + 1, 0, id);
  }
  return columns;
}

/** Two lines of one import under a key that must be unique; or two lines that say exactly the same, which would count twice. */
function tellRepeated(lines: readonly Fresh[], { columns, key }: MergeOptions['dataset']): readonly Fault[] {
  const isUnique = key.length === 1 && columns[key[0]!]?.meta.unique === true;
  const nameOf = ({ row, texts }: Fresh) => (isUnique ? keyOf(row, key) : JSON.stringify(texts));
  return [...Map.groupBy(lines, nameOf).values()].flatMap(([first, ...others]) =>
    others.map(({ line, texts }): Fault => {
      const place = { file: line.file, line: line.line, record: line.record };
      const where = first!.line.file === line.file ? '' : ` de ${first!.line.file}`;
      if (!isUnique) {
        const problem = `même contenu que la ligne ${first!.line.line}${where} : elle compterait deux fois`;
        return { level: 'avertissement', ...place, problem, expected: 'chaque ligne une seule fois' };
      }
      const problem = `déjà à la ligne ${first!.line.line}${where}`;
      const { title } = columns[key[0]!]!.meta;
      const expected = 'une ligne par identifiant';
      return { level: 'erreur', ...place, columnName: title, value: texts[key[0]!]!, problem, expected };
    }),
  );
}
