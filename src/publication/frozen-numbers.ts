import { readFrozen } from '../observatory/frozen-years.ts';
import { ALL } from '../observatory/scopes.ts';
import type { Numbers } from './moved-numbers.ts';
import type { Side } from './side.ts';

/** A frozen table, all its years: of an indicator (`id`), or a named one of the figure whose file it is; whose year it is about. */
export interface Numbered extends Numbers {
  readonly id?: string;
  readonly name: string;
  /** True for a table over several years: only its lines whose key names the frozen year have to stay. */
  readonly isOverAll: boolean;
}

/** The tables of a frozen file; none where a withdrawal took it away. */
export function frozenNumbers(content: string, millesime: string, file: string): readonly Numbered[] {
  const bytes = readFrozen(content, millesime, file);
  if (!bytes) return [];
  const held = JSON.parse(new TextDecoder().decode(bytes));
  if ('tables' in held) {
    return Object.entries(held.tables as Record<string, Numbers>).map(([name, table]) => ({
      ...table,
      name,
      isOverAll: held.millesime === null,
    }));
  }
  return Object.entries(held as Record<string, Numbers & { readonly millesime: string }>).map(([id, table]) => ({
    ...table,
    id,
    name: 'main',
    isOverAll: table.millesime === ALL,
  }));
}

/** The same table today, all its years; without a line where it is no longer there. */
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
  return { columns: table.columns, rows: table.rows };
}

/** Of a table over several years, the lines that are about one: the others may grow with the years. */
export function keepYear({ columns, rows }: Numbers, { isOverAll }: Numbered, millesime: string): Numbers {
  return { columns, rows: isOverAll ? rows.filter(({ key }) => Object.values(key).includes(millesime)) : rows };
}
