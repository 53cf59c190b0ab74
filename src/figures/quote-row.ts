import type { Quote } from '../model/figure.ts';
import type { PublishedRow, PublishedTable } from '../model/table.ts';
import { quoteRows } from './quote-rows.ts';

/** What `say` makes of a row, to quote; nothing where there is no row, or none of its numbers is known. */
export function quoteRow(
  table: PublishedTable,
  row: PublishedRow | undefined,
  say: (row: PublishedRow) => string,
): Quote | undefined {
  return row && Object.values(row.cells).some(({ value }) => value !== null)
    ? quoteRows(table, [row], say(row))
    : undefined;
}
