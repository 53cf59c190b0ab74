import { datasets } from '../datasets/index.ts';
import { readFrozen } from '../observatory/frozen-years.ts';
import { ALL } from '../observatory/scopes.ts';
import { rowsByKey } from './compare-tables.ts';
import type { Numbers } from './moved-numbers.ts';
import { repereNumbers } from './repere-numbers.ts';
import type { Side } from './side.ts';
import { REPERE, type Thing } from './thing.ts';
import { usesOf } from './veils.ts';

/** A frozen table, all its years: of a number that texts quote (`id`), or a named one of the figure whose file it is. */
export interface Numbered extends Numbers {
  readonly id?: string;
  readonly name: string;
  /** True for a table over several years: it may grow with them. */
  readonly isOverAll: boolean;
  /** The years that its sources bear, as readers call them: those it speaks of. */
  readonly speaksOf: readonly string[];
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
      speaksOf: yearsOf(held.sources),
    }));
  }
  return Object.entries(held as Record<string, Numbers & { readonly millesime: string }>).map(([id, table]) => ({
    ...table,
    id,
    name: 'main',
    isOverAll: table.millesime === ALL,
    speaksOf: [],
  }));
}

/** The same table today, all its years; without a line where it is no longer there. */
export function liveNumbers(
  { name, isOverAll, columns }: Numbered,
  { thing: { kind, id }, millesime }: { readonly thing: Thing; readonly millesime: string },
  { published, observatory }: Side,
): Numbers {
  const none = { columns, rows: [] };
  if (kind === 'valeur' && id.startsWith(REPERE)) {
    const repere = observatory.reperes.find((one) => `${REPERE}${one.id}` === id);
    return repere ? repereNumbers(repere) : none;
  }
  const year = isOverAll ? ALL : millesime;
  const entry = published.find(
    (one) =>
      one.kind === kind &&
      one.id === id &&
      one.scope.millesime === year &&
      one.scope.territoire === observatory.settings.region.id,
  );
  const table = entry?.tables[name];
  return table ? { columns: table.columns, rows: table.rows } : none;
}

/**
 * Of a frozen table and today's, the lines that have to say the same. All of one year's. Over several years: all that was
 * frozen of numbers published elsewhere; all, while both speak of the same years; else the lines that name a year that was
 * frozen. Nothing of a directory, which is of no year.
 */
export function linesThatStand(
  frozen: Numbered,
  live: Numbers,
  thing: Thing,
  { observatory }: Side,
): readonly [frozen: Numbers, live: Numbers] {
  if (!frozen.isOverAll) return [frozen, live];
  const uses = usesOf(thing).map((id) => datasets[id]);
  if (uses.every(({ stands }) => stands)) return [keepTold(frozen, frozen), keepTold(live, frozen)];
  const isDated = uses.every(({ millesimes }) => millesimes);
  const speaksOf = yearsOf(observatory.figure(thing.id)?.sources ?? []);
  if (isDated && frozen.speaksOf.join() === speaksOf.join()) return [frozen, live];
  const known = new Set(observatory.resources.map(({ millesime }) => millesime));
  const named = new Set(frozen.rows.flatMap(({ key }) => Object.values(key).filter((code) => known.has(code))));
  return [keepNamed(frozen, named), keepNamed(live, named)];
}

function yearsOf(sources: readonly { readonly millesime?: string | null }[]): readonly string[] {
  return [...new Set(sources.flatMap(({ millesime }) => millesime ?? []))].sort();
}

/** What was not told when the table was frozen contradicts nothing. */
function keepTold({ columns, rows }: Numbers, frozen: Numbers): Numbers {
  const told = rowsByKey(frozen);
  return {
    columns,
    rows: [...rowsByKey({ rows })].flatMap(([key, row]) => {
      const was = told.get(key);
      if (!was) return [];
      const cells = Object.entries(row.cells).filter(([measure]) => was.cells[measure]?.value != null);
      return [{ ...row, cells: Object.fromEntries(cells) }];
    }),
  };
}

function keepNamed({ columns, rows }: Numbers, years: ReadonlySet<string>): Numbers {
  return { columns, rows: rows.filter(({ key }) => Object.values(key).some((code) => years.has(code))) };
}
