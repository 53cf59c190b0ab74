import { columnOf, labelOf, type PublishedCell, type PublishedRow, type PublishedTable } from '../model/table.ts';
import type { Unit } from '../model/unit.ts';
import { formatNumber } from '../text/number.ts';
import { formatCell, speakCell } from '../text/value.ts';

const MISSING: PublishedCell = { kind: 'count', value: null, sign: 'nd' };

/** The cell of a measure; a row without it shows "nd". */
export const cellOf = (row: PublishedRow, measure: string): PublishedCell => row.cells[measure] ?? MISSING;

/** The unit of a measure; a measure without one is a bug of the figure. */
export function unitOf(table: PublishedTable, measure: string): Unit {
  const { unit } = columnOf(table, measure);
  if (!unit) throw new Error(`Column "${measure}" has no unit`);
  return unit;
}

/** The text of a row along a key (its label) or an attribute. */
export function textOf(table: PublishedTable, row: PublishedRow, id: string): string {
  return id in row.key ? labelOf(table, row, id) : String(row.attributes?.[id] ?? '');
}

/** The code of a row along a key or an attribute: what tells rows of one series from another. */
export function codeOf(row: PublishedRow, id: string): string {
  return row.key[id] ?? String(row.attributes?.[id] ?? '');
}

/** Codes along a key that occur in the rows, in the order of the column's labels, else of appearance. */
export function codesOf(table: PublishedTable, id: string): string[] {
  const present = [...new Set(table.rows.map((row) => codeOf(row, id)))];
  const order = Object.keys(table.columns.find((column) => column.id === id)?.labels ?? {});
  const rank = (code: string) => {
    const index = order.indexOf(code);
    return index < 0 ? order.length : index;
  };
  return present.sort((a, b) => rank(a) - rank(b));
}

/** Codes that are all years, so that they stand at their distance in time. */
export const areYears = (codes: readonly string[]): boolean => codes.every((code) => /^\d{4}$/.test(code));

/** The label of a code along a key, taken from the first row that bears it. */
export function labelOfCode(table: PublishedTable, id: string, code: string): string {
  const row = table.rows.find((candidate) => codeOf(candidate, id) === code);
  return row ? textOf(table, row, id) : code;
}

/** The row's key as one stable text, for `data-mark`. */
export const markKey = (row: PublishedRow): string => Object.values(row.key).join('/');

/** A cell as the picture prints it: short, without its noun. */
export const printCell = (cell: PublishedCell, unit: Unit): string =>
  formatCell(cell, unit, { short: true, bare: true });

/** A cell as a sentence says it: whole, with how many answers it rests on. */
export function sayCell(cell: PublishedCell, unit: Unit): string {
  const said = speakCell(cell, unit);
  return cell.kind === 'share' && cell.value !== null && cell.n !== undefined && cell.base !== undefined
    ? `${said} (${formatNumber(cell.n)} sur ${formatNumber(cell.base)})`
    : said;
}

/** Values that can be drawn as a length from zero; a negative one is a bug of the figure. */
export function lengthsOf(cells: readonly PublishedCell[]): number[] {
  const values = cells.flatMap((cell) => (cell.value === null ? [] : [cell.value]));
  const negative = values.find((value) => value < 0);
  if (negative !== undefined) throw new Error(`A length cannot be negative: ${negative}`);
  return values;
}
