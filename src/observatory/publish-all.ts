import type { Data, DatasetId } from '../datasets/data.ts';
import { datasets } from '../datasets/index.ts';
import { nameMillesime } from '../datasets/millesimes.ts';
import type { ObservatoryFigure } from '../figures/define.ts';
import type { ObservatoryIndicator } from '../indicators/define.ts';
import type { Scope, Tables } from '../model/figure.ts';
import type { PublishedTable, Table } from '../model/table.ts';
import { publish } from '../secrecy/publish.ts';
import type { Submission } from '../secrecy/submission.ts';
import type { Thresholds } from '../secrecy/thresholds.ts';
import { ALL, dataIn, scopesOf, scopesOfIndicator } from './scopes.ts';

/** What left the gate: the tables of a figure, and the one-cell table of an indicator, by scope. */
export interface Publication {
  tables(figure: string, scope: Scope): Tables<PublishedTable> | undefined;
  value(indicator: string, scope: Scope): PublishedTable | undefined;
  /** All of it, whichever the scope. */
  readonly everything: readonly Published[];
}

/** The tables of one figure, or of one indicator, in one scope. */
export interface Published {
  readonly kind: Kind;
  readonly id: string;
  readonly scope: Scope;
  readonly tables: Tables<PublishedTable>;
}

/** Runs every figure and indicator over every scope, and takes all their tables through the gate together, once. */
export function publishAll(
  data: Data,
  figures: readonly ObservatoryFigure[],
  indicators: readonly ObservatoryIndicator[],
): Publication {
  const submissions = submissionsOf(data, figures, indicators);
  const published = publish(submissions, thresholdsOf(data.settings));
  const byPlace = Map.groupBy(published, ([address]) => address.slice(0, address.lastIndexOf('/')));
  return {
    tables: (id, scope) => tablesOf(byPlace.get(addressOf('figure', id, scope))),
    value: (id, scope) => tablesOf(byPlace.get(addressOf('valeur', id, scope)))?.main,
    everything: [...byPlace].map(([address, entries]) => {
      const [kind, id, millesime, territoire] = address.split('/') as [Kind, string, string, string];
      return { kind, id, scope: { millesime, territoire }, tables: tablesOf(entries)! };
    }),
  };
}

/** Every table of every figure and indicator in every scope, as it asks to leave the build. */
export function submissionsOf(
  data: Data,
  figures: readonly ObservatoryFigure[],
  indicators: readonly ObservatoryIndicator[],
): readonly Submission[] {
  const seenFrom = rememberScopes(data);
  const submit = (
    kind: Kind,
    id: string,
    uses: readonly DatasetId[],
    scope: Scope,
    tables: Tables<Table>,
  ): Submission[] => {
    const isSurvey = uses.some((dataset) => datasets[dataset].access === 'aggregates');
    const isGated = isSurvey || uses.some((dataset) => gathers(data[dataset]));
    const region = data.settings.region.id;
    return Object.entries(tables).map(([name, table]) => ({
      address: addressOfTable(kind, id, scope, name),
      gated: isGated || saysItsUnits(table),
      table,
      ...(scope.territoire === region
        ? {}
        : { whole: addressOfTable(kind, id, { ...scope, territoire: region }, name) }),
      ...(isSurvey && tooFewAnswer(table, seenFrom(scope), scope) ? { withheld: true } : {}),
    }));
  };
  return [
    ...figures.flatMap(({ id, uses, scopes, rows }) =>
      scopesIn(data, uses, scopes).flatMap((scope) => submit('figure', id, uses, scope, rows(seenFrom(scope), scope))),
    ),
    ...indicators.flatMap((indicator) =>
      scopesIn(data, indicator.uses, scopesOfIndicator(indicator)).flatMap((scope) =>
        submit('valeur', indicator.id, indicator.uses, scope, { main: valueTable(indicator, seenFrom(scope), scope) }),
      ),
    ),
  ];
}

/** Open data whose rows gather units that are not told: every cell made of them says which, or the gate refuses it. */
function gathers(rows: readonly object[]): boolean {
  return rows.some((row) => 'contributions' in row);
}

/** A table of open data is judged too where it says which units its numbers are made of. */
function saysItsUnits({ rows }: Table): boolean {
  return rows.some(({ cells }) => Object.values(cells).some(({ contributions }) => contributions !== undefined));
}

/** A territory shows nothing of the survey where too few places answered it, nor of a question that too few of them answered. */
function tooFewAnswer({ rows }: Table, { enquete, settings }: Data, { territoire }: Scope): boolean {
  if (territoire === settings.region.id) return false;
  const bases = rows.flatMap(({ cells }) => Object.values(cells).flatMap(({ base }) => base ?? []));
  return Math.min(enquete.length, Math.max(0, ...bases)) < settings.effectifMinimum;
}

/** The scopes of what uses some datasets; none where one of them has no row. */
function scopesIn(data: Data, uses: readonly DatasetId[], scopes: ObservatoryFigure['scopes']): readonly Scope[] {
  return uses.every((id) => data[id].length > 0) ? scopesOf(data, uses, scopes) : [];
}

/** The data seen from each scope, filtered once. */
function rememberScopes(data: Data): (scope: Scope) => Data {
  const seen = new Map<string, Data>();
  return (scope) => {
    const name = `${scope.millesime}/${scope.territoire}`;
    const filtered = seen.get(name) ?? dataIn(data, scope);
    seen.set(name, filtered);
    return filtered;
  };
}

type Kind = 'figure' | 'valeur';

function addressOf(kind: Kind, id: string, { millesime, territoire }: Scope): string {
  return `${kind}/${id}/${millesime}/${territoire}`;
}

/** The name under which the gate knows a table: "figure/id/2026/region/main". */
export function addressOfTable(kind: Kind, id: string, scope: Scope, name: string): string {
  return `${addressOf(kind, id, scope)}/${name}`;
}

/** What observatoire.yaml asks of the gate. */
export function thresholdsOf({ secret: { unitesMinimum, partMaximale } }: Data['settings']): Thresholds {
  return { minimumUnits: unitesMinimum, maximumShare: partMaximale };
}

function tablesOf(entries: readonly (readonly [string, PublishedTable])[] = []): Tables<PublishedTable> | undefined {
  const tables = entries.map(([address, table]) => [address.slice(address.lastIndexOf('/') + 1), table] as const);
  return tables.length === 0 ? undefined : (Object.fromEntries(tables) as Tables<PublishedTable>);
}

/** A file of another year is no source of a number of this one. */
function isIn(scope: Scope, millesime: string | null): boolean {
  return millesime === null || scope.millesime === ALL || scope.millesime === millesime;
}

function valueTable(indicator: ObservatoryIndicator, data: Data, scope: Scope): Table {
  const sources = data.resources
    .filter(({ dataset, millesime }) => indicator.uses.includes(dataset) && isIn(scope, millesime))
    .map(({ source, millesime }) =>
      millesime ? { ...source, millesime: nameMillesime(data.settings, millesime) } : source,
    );
  return {
    columns: [{ id: 'valeur', title: indicator.title, role: 'measure', unit: indicator.unit }],
    rows: [{ key: {}, cells: { valeur: indicator.cell(data, scope) } }],
    sums: [],
    champ: indicator.title,
    sources,
  };
}
