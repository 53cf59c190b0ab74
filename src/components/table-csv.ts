import { labelOf, type PublishedCell, type PublishedTable, type TableColumn } from '../model/table.ts';
import type { Unit } from '../model/unit.ts';

/** A published table as lines of a CSV, titles first: after each measure its unit, its sign, its precision and its base. */
export function tableRecords(table: PublishedTable): readonly (readonly (string | number | null)[])[] {
  const titles = table.columns.flatMap((column) => titlesOf(table, column));
  return [titles, ...table.rows.map((row) => table.columns.flatMap((column) => valuesOf(table, row, column)))];
}

function titlesOf(table: PublishedTable, { id, title, role }: TableColumn): string[] {
  if (role === 'key') return hasCodes(table, id) ? [title, `${title} (code)`] : [title];
  if (role === 'attribute') return [title];
  return [title, `${title} : unité`, `${title} : signe`, `${title} : précision`, `${title} : base`];
}

function valuesOf(
  table: PublishedTable,
  row: PublishedTable['rows'][number],
  { id, role, unit }: TableColumn,
): (string | number | null)[] {
  const code = row.key[id] ?? '';
  if (role === 'key') return hasCodes(table, id) ? [labelOf(table, row, id), code] : [labelOf(table, row, id)];
  if (role === 'attribute') return [row.attributes?.[id] ?? null];
  const cell = row.cells[id];
  if (!cell) return [null, null, null, null, null];
  return [amountOf(cell, unit), nameOf(unit), cell.sign ?? null, cell.precision ?? null, cell.base ?? null];
}

/** True where a code is not simply the label's own text. */
function hasCodes(table: PublishedTable, dimension: string): boolean {
  return table.rows.some((row) => labelOf(table, row, dimension) !== row.key[dimension]);
}

/** Euros with their cents as a fraction: nobody outside expects cents. */
function amountOf({ value }: PublishedCell, unit: Unit | undefined): number | null {
  return value !== null && unit === '€' ? value / 100 : value;
}

function nameOf(unit: Unit | undefined): string {
  return unit === undefined ? '' : typeof unit === 'string' ? unit : unit.many;
}
