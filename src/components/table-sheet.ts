import type { PublishedTable } from '../model/table.ts';
import { NO_BREAK } from '../text/number.ts';
import { tableFields, tableRecords } from './table-csv.ts';
import type { Sheet, SheetCell } from './workbook.ts';

/** French signs wherever the file is opened. */
const FRENCH = '[$-40C]';

/** Units that a number bears in its own cell; others are words. */
const SIGNS: readonly string[] = ['%', '€', 'm²'];

/**
 * A published table as a sheet: the columns of its CSV but those that hold nothing, or a unit that stands beside each
 * number; numbers are numbers.
 */
export function tableSheet(table: PublishedTable): Pick<Sheet, 'rows' | 'titles' | 'sticky'> {
  const fields = tableFields(table);
  const [, ...records] = tableRecords(table);
  const kept = fields
    .map((field, index) => ({ field, values: records.map((record) => record[index] ?? null) }))
    .filter(({ values }) => values.some((value) => value !== null && value !== ''))
    .filter(({ field: { name }, values }) => !name.endsWith(' : unité') || !values.every(isSign));
  const formats = kept.map(({ field: { name, unit }, values }) => formatOf(name, unit, values));
  return {
    rows: [
      kept.map(({ field }) => field.name),
      ...records.map((_, row) =>
        kept.map(({ values }, column): SheetCell => {
          const value = values[row] ?? null;
          return typeof value === 'number' ? numberCell(value, formats[column]) : value;
        }),
      ),
    ],
    titles: [0],
    sticky: 1,
  };
}

function isSign(value: string | number | null): boolean {
  return value === null || SIGNS.includes(String(value));
}

function numberCell(number: number, format: string | undefined): SheetCell {
  return format ? { number, format } : { number };
}

/** How a column of numbers is shown; none for what is no measure: a latitude, a year. */
function formatOf(
  name: string,
  unit: string | undefined,
  values: readonly (string | number | null)[],
): string | undefined {
  if (unit === undefined) return name.endsWith(' : base') ? `${FRENCH}#,##0` : undefined;
  const isWhole = values.every((value) => typeof value !== 'number' || Number.isInteger(value));
  const decimals = isWhole ? '' : unit === '€' ? '.00' : '.0';
  const sign = SIGNS.includes(unit) ? `"${NO_BREAK}${unit}"` : '';
  return `${FRENCH}#,##0${decimals}${sign}`;
}
