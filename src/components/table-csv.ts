import { labelOf, type PublishedCell, type PublishedTable, type TableColumn } from '../model/table.ts';
import type { Unit } from '../model/unit.ts';
import { SIGN_MEANINGS } from '../text/value.ts';

/** A column of a figure's CSV in the words of Table Schema. */
export interface Field {
  readonly name: string;
  readonly description?: string;
  readonly type: 'string' | 'number';
  readonly decimalChar?: ',';
  /** What the number counts; ours, the standard has no word for it. */
  readonly unit?: string;
  readonly constraints?: { readonly enum: readonly string[] };
}

/** A column that holds numbers as our CSV files write them. */
const NUMBER = { type: 'number', decimalChar: ',' } as const;

/** A published table as lines of a CSV, titles first: after each measure its unit, its sign, its precision and its base. */
export function tableRecords(table: PublishedTable): readonly (readonly (string | number | null)[])[] {
  const titles = tableFields(table).map(({ name }) => name);
  return [titles, ...table.rows.map((row) => table.columns.flatMap((column) => valuesOf(table, row, column)))];
}

/** What each column of that CSV holds, in the same order; a measure named as the thing it counts says that it is the number. */
export function tableFields(table: PublishedTable): readonly Field[] {
  const keys = new Set(table.columns.filter(({ role }) => role !== 'measure').map(({ title }) => title));
  return table.columns.flatMap((column) =>
    column.role === 'measure'
      ? measureFields(keys.has(column.title) ? `${column.title} (nombre)` : column.title, nameOf(column.unit))
      : textFields(table, column),
  );
}

function textFields(table: PublishedTable, { id, title, role }: TableColumn): Field[] {
  if (role === 'key') {
    const code: Field = { name: `${title} (code)`, description: 'Identifiant, qui ne change pas.', type: 'string' };
    return hasCodes(table, id) ? [{ name: title, type: 'string' }, code] : [{ name: title, type: 'string' }];
  }
  const values = table.rows.flatMap(({ attributes }) => attributes?.[id] ?? []);
  const isNumeric = values.length > 0 && values.every((value) => typeof value === 'number');
  return [{ name: title, ...(isNumeric ? NUMBER : { type: 'string' }) }];
}

function measureFields(title: string, unit: string): Field[] {
  const signs = Object.entries(SIGN_MEANINGS).map(([sign, meaning]) => `${sign} : ${meaning}`);
  return [
    {
      name: title,
      description: `La valeur ; vide quand « ${title} : signe » vaut s ou nd.`,
      ...NUMBER,
      ...(unit ? { unit } : {}),
    },
    { name: `${title} : unité`, type: 'string' },
    {
      name: `${title} : signe`,
      description: `Vide, ou pourquoi la valeur manque ou peut changer. ${signs.join(' ; ')}.`,
      type: 'string',
      constraints: { enum: Object.keys(SIGN_MEANINGS) },
    },
    { name: `${title} : précision`, description: 'Le mot de la source : exact, environ, plus de…', type: 'string' },
    {
      name: `${title} : base`,
      description: 'Le nombre de réponses derrière la valeur, quand il est connu.',
      ...NUMBER,
    },
  ];
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
