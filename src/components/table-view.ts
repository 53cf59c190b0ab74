import {
  columnOf,
  labelOf,
  type PublishedCell,
  type PublishedRow,
  type PublishedTable,
  type TableColumn,
} from '../model/table.ts';
import { formatDate } from '../text/date.ts';
import { formatNumber } from '../text/number.ts';
import { formatCell, SIGN_MEANINGS } from '../text/value.ts';

/** A month or a day as data hold it; a year alone is already as people write it. */
const ISO_DATE = /^\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?$/;

/** A cell as text; `order` is its number for sorting (numeric cells only, -1 where masked or unknown), `date` its date in ISO 8601, `url` an http address, `page` one of the site. */
interface CellView {
  readonly text: string;
  readonly order?: number;
  readonly date?: string;
  readonly url?: string;
  readonly page?: string;
}

/** A published table as people read it: titles, texts, and the meaning of the signs that it uses. */
interface TableView {
  readonly head: readonly { readonly title: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly CellView[])[];
  readonly signs: string;
}

/**
 * Turns a table into texts, numbers right after what they count and what the source says last; a source bears its own
 * link, and a column "Base" is added where the answers behind the numbers differ from row to row.
 */
export function viewTable(table: PublishedTable): TableView {
  const attributes = table.columns.filter(({ id, role }) => role === 'attribute' && isShown(table, id));
  const counted = table.columns.filter(({ role }) => role !== 'attribute');
  const withBase = hasSeveralBases(table);
  return {
    head: [
      ...counted.map(({ title, role }) => ({ title, numeric: role === 'measure' })),
      ...(withBase ? [{ title: 'Base', numeric: true }] : []),
      ...attributes.map(({ title }) => ({ title, numeric: false })),
    ],
    rows: table.rows.map((row) => [
      ...counted.map((column) => viewCell(table, row, column)),
      ...(withBase ? [viewBase(Object.values(row.cells))] : []),
      ...attributes.map((column) => viewCell(table, row, column)),
    ]),
    signs: explainSigns([table]),
  };
}

function isShown(table: PublishedTable, id: string): boolean {
  if (['url', 'reference'].includes(id) && table.columns.some((column) => column.id === 'source')) return false;
  return table.rows.some(({ attributes }) => (attributes?.[id] ?? '') !== '');
}

/** "Signes : s, secret statistique ; nd, non disponible.", or nothing where no sign is used. */
function explainSigns(tables: readonly PublishedTable[]): string {
  const used = new Set(
    tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells).flatMap(({ sign }) => sign ?? []))),
  );
  if (used.size === 0) return '';
  return `Signes : ${[...used].map((sign) => `« ${sign} », ${SIGN_MEANINGS[sign]}`).join(' ; ')}.`;
}

function viewCell(table: PublishedTable, row: PublishedRow, column: TableColumn): CellView {
  if (column.role === 'key') {
    const page = column.pages ? { page: `${column.pages}${row.key[column.id]}/` } : {};
    return { text: labelOf(table, row, column.id), ...page };
  }
  if (column.role === 'attribute')
    return viewAttribute(row.attributes?.[column.id] ?? '', row.attributes?.url, column.id);
  const cell = row.cells[column.id];
  if (!cell) return { text: '', order: -1 };
  return {
    text: formatCell(cell, columnOf(table, column.id).unit ?? { one: '', many: '' }).trim(),
    order: cell.value ?? -1,
  };
}

function viewAttribute(value: string | number, url: string | number | null | undefined, id: string): CellView {
  const text = typeof value === 'number' ? String(value).replace('.', ',') : value;
  const address = /^https?:\/\//.test(text)
    ? text
    : id === 'source' && /^https?:\/\//.test(String(url ?? ''))
      ? String(url)
      : undefined;
  if (address) return { text: text.replace(/^https?:\/\//, ''), url: address };
  return ISO_DATE.test(text) ? { text: formatDate(text), date: text } : { text };
}

/** The base of a row; a masked number hides how many it rests on. */
function viewBase(cells: readonly PublishedCell[]): CellView {
  const base = cells.find((cell) => cell.base !== undefined)?.base;
  if (base !== undefined) return { text: formatNumber(base), order: base };
  return { text: cells.find(({ sign }) => sign)?.sign ?? 'nd', order: -1 };
}

/** False also where the measures of one row rest on different bases: one column could not say which is whose. */
/** True where each row with a number says one base, and they differ from row to row. */
function hasSeveralBases(table: PublishedTable): boolean {
  const rows = table.rows.map(({ cells }) => {
    const own = Object.values(cells);
    return { bases: new Set(own.flatMap(({ base }) => base ?? [])), isEmpty: own.every(({ value }) => value === null) };
  });
  const isClear = rows.every(({ bases, isEmpty }) => bases.size === 1 || (bases.size === 0 && isEmpty));
  return isClear && new Set(rows.flatMap(({ bases }) => [...bases])).size > 1;
}
