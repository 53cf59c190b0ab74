import type { Column } from '../../csv/column.ts';

/**
 * The text by which our CSV says what a cell says: numbers with a decimal comma and no useless zero, « oui » or « non », dates as
 * ISO writes them. Undefined when the column refuses the cell.
 */
export function writeValue(text: string, column: Column<unknown>): string | undefined {
  const read = column.schema.safeParse(text);
  if (!read.success) return undefined;
  const value = read.data;
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (column.kind === 'amount') return writeNumber((value as number) / 100);
  if (typeof value === 'number') return writeNumber(value);
  return typeof value === 'string' ? value : text;
}

/** Never with an exponent, which spreadsheets in French do not read. */
function writeNumber(value: number): string {
  const written = String(value);
  return (written.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : written).replace('.', ',');
}
