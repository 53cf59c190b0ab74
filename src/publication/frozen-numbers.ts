import { readFrozen } from '../observatory/frozen-years.ts';
import { ALL } from '../observatory/scopes.ts';
import type { Numbers } from './moved-numbers.ts';
import type { Side } from './side.ts';

/** A frozen table: of an indicator (`id`), or a named one of the figure whose file it is; whose year it is about. */
export interface Numbered extends Numbers {
  readonly id?: string;
  readonly name: string;
  /** True for a table over several years: only the lines of the frozen one have to stay. */
  readonly isOverAll: boolean;
}

/** The tables of a frozen file; none where a withdrawal took it away. */
export function frozenNumbers(content: string, millesime: string, file: string): readonly Numbered[] {
  const bytes = readFrozen(content, millesime, file);
  if (!bytes) return [];
  const held = JSON.parse(new TextDecoder().decode(bytes));
  if ('tables' in held) {
    return Object.entries(held.tables as Record<string, Numbers>).map(([name, table]) =>
      keepYear({ ...table, name, isOverAll: held.millesime === null }, millesime),
    );
  }
  return Object.entries(held as Record<string, Numbers & { readonly millesime: string }>).map(([id, table]) =>
    keepYear({ ...table, id, name: 'main', isOverAll: table.millesime === ALL }, millesime),
  );
}

/** The same table today, as far as it is about the frozen year; without a line where it is no longer there. */
export function liveNumbers(
  { id: indicator, name, isOverAll, columns }: Numbered,
  { id, millesime }: { readonly id: string; readonly millesime: string },
  { published, observatory }: Side,
): Numbers {
  const kind = indicator === undefined ? 'figure' : 'valeur';
  const year = isOverAll ? ALL : millesime;
  const entry = published.find(
    (one) =>
      one.kind === kind &&
      one.id === id &&
      one.scope.millesime === year &&
      one.scope.territoire === observatory.settings.region.id,
  );
  const table = entry?.tables[name];
  if (!table) return { columns, rows: [] };
  return keepYear({ columns: table.columns, rows: table.rows, isOverAll }, millesime);
}

/** Of a table over several years, the lines that are about one: the others may grow with the years. */
function keepYear<T extends Numbers & { readonly isOverAll: boolean }>(table: T, millesime: string): T {
  if (!table.isOverAll) return table;
  return { ...table, rows: table.rows.filter(({ key }) => Object.values(key).includes(millesime)) };
}
