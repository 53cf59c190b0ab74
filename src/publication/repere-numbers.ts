import type { Repere } from '../datasets/reperes.ts';
import { cellOfRepere, tableOfReperes } from '../figures/reperes-table.ts';
import type { PublishedCell } from '../model/table.ts';
import type { Numbers } from './moved-numbers.ts';

/** A number published elsewhere as readers may see it: open data pass no gate. */
export function publishedCellOf(repere: Repere): PublishedCell {
  const { n, base, ...rest } = cellOfRepere(repere);
  return { ...rest, ...(n === null ? {} : { n }), ...(base === null ? {} : { base }) };
}

/** A number published elsewhere as a table of one line, with the words that texts quote of it. */
export function repereNumbers(repere: Repere): Numbers {
  const { columns, rows } = tableOfReperes([repere], { title: 'Nombre' });
  return {
    columns,
    rows: rows.map(({ cells, ...row }) => ({
      ...row,
      cells: Object.fromEntries(Object.keys(cells).map((measure) => [measure, publishedCellOf(repere)])),
    })),
  };
}
