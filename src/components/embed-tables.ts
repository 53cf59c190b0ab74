import type { PublishedTable } from '../model/table.ts';
import type { FigureView } from '../observatory/index.ts';

/** Most rows of the tables that an embed holds: longer ones are a link away, and the embed stays light. */
const MOST_ROWS = 14;

/** The tables of a figure that its embed holds, by name: all of them, or none where they are long. */
export function embedTables({ tables }: Pick<FigureView, 'tables'>): readonly (readonly [string, PublishedTable])[] {
  const own = Object.entries(tables);
  return own.reduce((sum, [, { rows }]) => sum + rows.length, 0) > MOST_ROWS ? [] : own;
}
