import type { Data } from '../datasets/data.ts';
import { datasets } from '../datasets/index.ts';
import { nameMillesime } from '../datasets/millesimes.ts';
import { figures } from '../figures/index.ts';
import { readFrozen } from '../observatory/frozen-years.ts';
import { publishAll } from '../observatory/publish-all.ts';
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

/** What has to say the same of a frozen table and of today's data. */
interface Standing {
  readonly frozen: Numbers;
  readonly live: Numbers;
  /** True where today's site no longer shows it: it was made again from the years of which the frozen table speaks. */
  readonly isPast: boolean;
}

/**
 * Of a frozen table and today's, the lines that have to say the same. All of one year's; but of what also rests on a
 * directory, which lives on, and of numbers published elsewhere, what was told. Over several years: all, while both speak
 * of the same years; else the lines that name a year that was frozen; else all, made again from the frozen years. Nothing of
 * a directory alone, which is of no year.
 */
export function linesThatStand(
  frozen: Numbered,
  live: Numbers,
  thing: Thing,
  { side, data }: { readonly side: Side; readonly data: Data },
): Standing {
  const uses = usesOf(thing).map((id) => datasets[id]);
  const told = { frozen: keepTold(frozen, frozen), live: keepTold(live, frozen), isPast: false };
  if (uses.every(({ stands }) => stands)) return told;
  const isDated = uses.every(({ millesimes }) => millesimes);
  if (!frozen.isOverAll) return isDated ? { frozen, live, isPast: false } : told;
  const speaksOf = yearsOf(side.observatory.figure(thing.id)?.sources ?? []);
  if (isDated && frozen.speaksOf.join() === speaksOf.join()) return { frozen, live, isPast: false };
  const known = new Set(data.resources.map(({ millesime }) => millesime));
  const named = new Set(frozen.rows.flatMap(({ key }) => Object.values(key).filter((code) => known.has(code))));
  return isDated && named.size === 0
    ? { frozen, live: makeAgain(frozen, thing, data), isPast: true }
    : { frozen: keepNamed(frozen, named), live: keepNamed(live, named), isPast: false };
}

/** The same table as today's data would have made it when they held the years of which it speaks, and no other. */
function makeAgain({ name, columns, speaksOf }: Numbered, { id }: Thing, data: Data): Numbers {
  const isSpokenOf = ({ millesime }: { readonly millesime: string | null }) =>
    millesime === null || speaksOf.includes(nameMillesime(data.settings, millesime));
  const then = {
    ...data,
    enquete: data.enquete.filter(isSpokenOf),
    subventions: data.subventions.filter(isSpokenOf),
    flux: data.flux.filter(isSpokenOf),
    resources: data.resources.filter(isSpokenOf),
  };
  const figure = figures.filter((one) => one.id === id);
  const tables = publishAll(then, figure, []).tables(id, { millesime: ALL, territoire: data.settings.region.id });
  return tables?.[name] ?? { columns, rows: [] };
}

function yearsOf(sources: readonly { readonly millesime?: string | null }[]): readonly string[] {
  return [...new Set(sources.flatMap(({ millesime }) => millesime ?? []))].sort();
}

/** What was not told when the table was frozen contradicts nothing. */
function keepTold({ columns, rows }: Numbers, frozen: Numbers): Numbers {
  const then = rowsByKey(frozen);
  return {
    columns,
    rows: [...rowsByKey({ rows })].flatMap(([key, row]) => {
      const was = then.get(key);
      if (!was) return [];
      const told = Object.entries(was.cells).filter(([, { value }]) => value !== null);
      // A number that is told in another unit has another column.
      const isMoved = told.every(([measure]) => row.cells[measure] === undefined);
      const cells = Object.entries(row.cells).filter(([measure]) => isMoved || was.cells[measure]?.value != null);
      return [{ ...row, cells: Object.fromEntries(cells) }];
    }),
  };
}

function keepNamed({ columns, rows }: Numbers, years: ReadonlySet<string>): Numbers {
  return { columns, rows: rows.filter(({ key }) => Object.values(key).some((code) => years.has(code))) };
}
