import type { Scope } from '../model/figure.ts';
import { labelOf, type PublishedRow, type PublishedTable, type TableColumn } from '../model/table.ts';
import { formatDate } from '../text/date.ts';
import type { CellChange } from './change.ts';
import { compareCells } from './compare-cells.ts';

interface TablePlace {
  /** Millésime and territory as readers call them. */
  readonly where: string;
  readonly scope: Partial<Scope>;
  readonly threshold: number;
}

/** Public words of a line that make its number another series when they change, and how the break is said. */
const SERIES: Readonly<Record<string, string>> = {
  champ: 'le champ',
  source: 'la source',
  serie: 'la série ou le questionnaire',
  statut: 'le statut du nombre',
  millesime: 'l’année du nombre',
};

/** The lines and numbers that differ between two published tables, line by line of the same key. */
export function compareTables(before: PublishedTable, after: PublishedTable, place: TablePlace): readonly CellChange[] {
  const [old, now] = [rowsByKey(before), rowsByKey(after)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys.flatMap((key) =>
    compareRows({ table: before, row: old.get(key) }, { table: after, row: now.get(key) }, place),
  );
}

/** Words cannot be subtracted. */
const UNCOUNTED = { difference: undefined, jump: false, weight: 0 } as const;

interface Line {
  readonly table: PublishedTable;
  readonly row: PublishedRow | undefined;
}

function compareRows(before: Line, after: Line, place: TablePlace): readonly CellChange[] {
  const name = nameOf(after) ?? nameOf(before)!;
  const breaks = breaksOf(name, before.row, after.row);
  const repere = (after.row ?? before.row)?.key.repere;
  const common = { where: place.where, scope: place.scope, ...(repere ? { repere: `reperes/${repere}` } : {}) };
  const columns = columnsOf(before.table, after.table);
  const measures = columns.filter(({ role }) => role === 'measure');
  const numbers = measures.flatMap(({ id, title }): CellChange[] => {
    const [old, now] = [unitIn(before.table, id), unitIn(after.table, id)];
    const changed = JSON.stringify(old) !== JSON.stringify(now) && old && now;
    const unit = now ?? old ?? { one: '', many: '' };
    const difference = compareCells(before.row?.cells[id], after.row?.cells[id], unit, place.threshold);
    if (!difference) return [];
    const what = measures.length > 1 ? `${name}, ${title}` : name;
    const broken = changed ? [...breaks, `${name} : l’unité change`] : breaks;
    const told = changed ? { ...difference, difference: undefined, jump: false } : difference;
    return [{ ...common, what, ...told, breaks: broken }];
  });
  const words = columns
    .filter(({ role }) => role !== 'measure')
    .flatMap(({ id, title, role }): CellChange[] => {
      const [old, now] = [wordIn(before, id, role), wordIn(after, id, role)];
      if (old === now || !before.row || !after.row) return [];
      const what = role === 'key' ? title : `${name}, ${title}`;
      return [{ ...common, what, before: old, after: now, ...UNCOUNTED, breaks: id in SERIES ? breaks : [] }];
    });
  const isAlone = measures.length === 0 && (!before.row || !after.row);
  const alone = {
    ...common,
    what: name,
    before: before.row && 'présent',
    after: after.row && 'présent',
    ...UNCOUNTED,
    breaks: [],
  };
  return [...numbers, ...words, ...(isAlone ? [alone] : [])];
}

/** What makes the two lines two series; the number of answers in a champ does not. */
function breaksOf(line: string, before: PublishedRow | undefined, after: PublishedRow | undefined): readonly string[] {
  if (!before || !after) return [];
  return Object.entries(SERIES).flatMap(([id, name]) => {
    const [old, now] = [before.attributes?.[id] ?? '', after.attributes?.[id] ?? ''];
    if (withoutNumbers(old, id) === withoutNumbers(now, id)) return [];
    return [`${line} : ${name} change, de « ${old || 'non dit'} » à « ${now || 'non dit'} »`];
  });
}

/** Who is counted, whatever their number. */
export function withoutNumbers(text: unknown, id = 'champ'): string {
  return id === 'champ' ? String(text).replace(/\d[\d\s\u202f\u00a0,]*/g, '# ') : String(text);
}

function nameOf({ table, row }: Line): string | undefined {
  return (
    row &&
    Object.keys(row.key)
      .map((dimension) => labelOf(table, row, dimension))
      .join(', ')
  );
}

function wordIn({ table, row }: Line, id: string, role: TableColumn['role']): string | undefined {
  if (!row) return undefined;
  const text = String(role === 'key' ? labelOf(table, row, id) : (row.attributes?.[id] ?? ''));
  return /^\d{4}-\d{2}(?:-\d{2})?$/.test(text) ? formatDate(text) : text || undefined;
}

function columnsOf(before: PublishedTable, after: PublishedTable): readonly TableColumn[] {
  return [...new Map([...before.columns, ...after.columns].map((column) => [column.id, column])).values()];
}

function unitIn({ columns }: PublishedTable, id: string): TableColumn['unit'] {
  return columns.find((column) => column.id === id)?.unit;
}

/** Rows by their codes; the second of one key is another line. */
export function rowsByKey({ rows }: Pick<PublishedTable, 'rows'>): ReadonlyMap<string, PublishedRow> {
  const seen = new Map<string, PublishedRow>();
  for (const row of rows) {
    let key = JSON.stringify(Object.entries(row.key).sort());
    while (seen.has(key)) key += '+';
    seen.set(key, row);
  }
  return seen;
}
