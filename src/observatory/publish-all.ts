import type { Data, DatasetId } from '../datasets/data.ts';
import { datasets } from '../datasets/index.ts';
import type { ObservatoryFigure } from '../figures/define.ts';
import type { ObservatoryIndicator } from '../indicators/define.ts';
import type { Scope, Tables } from '../model/figure.ts';
import type { PublishedTable, Table } from '../model/table.ts';
import { publish, type Submission } from '../secrecy/publish.ts';
import { dataIn, scopesOf } from './scopes.ts';

/** What left the gate: the tables of a figure, and the one-cell table of an indicator, by scope. */
export interface Publication {
  tables(figure: string, scope: Scope): Tables<PublishedTable> | undefined;
  value(indicator: string, scope: Scope): PublishedTable | undefined;
  readonly all: ReadonlyMap<string, PublishedTable>;
}

/** Runs every figure and indicator over every scope, and takes all their tables through the gate together, once. */
export function publishAll(
  data: Data,
  figures: readonly ObservatoryFigure[],
  indicators: readonly ObservatoryIndicator[],
): Publication {
  const submissions: Submission[] = [];
  for (const figure of figures.filter((candidate) => hasRows(data, candidate.uses))) {
    for (const scope of scopesOf(data, figure.uses, figure.scopes)) {
      const tables: Readonly<Record<string, Table>> = figure.rows(dataIn(data, scope), scope);
      for (const [name, table] of Object.entries(tables)) {
        submissions.push({ address: figureAddress(figure.id, scope, name), gated: isGated(figure.uses), table });
      }
    }
  }
  for (const indicator of indicators.filter((candidate) => hasRows(data, candidate.uses))) {
    for (const scope of scopesOf(data, indicator.uses, { territoires: 'tous', millesimes: 'un' })) {
      submissions.push({
        address: valueAddress(indicator.id, scope),
        gated: isGated(indicator.uses),
        table: valueTable(indicator, data, scope),
      });
    }
  }
  const { unitesMinimum, partMaximale } = data.settings.secret;
  const all = publish(submissions, { minimumUnits: unitesMinimum, maximumShare: partMaximale });
  return {
    all,
    value: (id, scope) => all.get(valueAddress(id, scope)),
    tables: (id, scope) => tablesAt(all, id, scope),
  };
}

/** True where every dataset that is asked for has rows. */
function hasRows(data: Data, uses: readonly DatasetId[]): boolean {
  return uses.every((id) => data[id].length > 0);
}

function isGated(uses: readonly DatasetId[]): boolean {
  return uses.some((id) => datasets[id].access === 'aggregates');
}

function figureAddress(id: string, { millesime, territoire }: Scope, name: string): string {
  return `figure/${id}/${millesime}/${territoire}/${name}`;
}

function valueAddress(id: string, { millesime, territoire }: Scope): string {
  return `valeur/${id}/${millesime}/${territoire}`;
}

function tablesAt(
  all: ReadonlyMap<string, PublishedTable>,
  id: string,
  scope: Scope,
): Tables<PublishedTable> | undefined {
  const start = figureAddress(id, scope, '');
  const tables = [...all]
    .filter(([address]) => address.startsWith(start))
    .map(([address, table]) => [address.slice(start.length), table]);
  return tables.length === 0 ? undefined : (Object.fromEntries(tables) as Tables<PublishedTable>);
}

function valueTable(indicator: ObservatoryIndicator, data: Data, scope: Scope): Table {
  const sources = data.resources.filter(({ dataset }) => indicator.uses.includes(dataset)).map(({ source }) => source);
  return {
    columns: [{ id: 'valeur', title: indicator.title, role: 'measure', unit: indicator.unit }],
    rows: [{ key: {}, cells: { valeur: indicator.cell(dataIn(data, scope), scope) } }],
    sums: [],
    champ: indicator.title,
    sources,
  };
}
