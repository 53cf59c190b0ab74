import type { Data } from '../datasets/data.ts';
import { UNITES } from '../datasets/reperes.ts';
import { cellOfRepere, champOfReperes, sourcesOfReperes } from '../figures/reperes-table.ts';
import type { ObservatoryIndicator } from '../indicators/define.ts';
import type { Source } from '../model/table.ts';
import { formatCell, formatValue } from '../text/value.ts';
import type { Publication } from './publish-all.ts';
import { ALL, latestOf, scopesOfIndicator } from './scopes.ts';

/** Where and when a quoted number holds; by default the latest year, the whole region. */
export interface ValueScope {
  readonly millesime?: string;
  readonly territoire?: string;
}

/** A number quoted in prose: its text with unit, what it is, who is counted, where it comes from. */
export interface ValueView {
  readonly text: string;
  readonly title: string;
  readonly champ: string;
  /** How many answers it rests on, where the gate lets it be said and the champ does not say it. */
  readonly base?: number;
  readonly sources: readonly Source[];
}

interface Context {
  readonly data: Data;
  readonly publication: Publication;
  readonly indicators: readonly ObservatoryIndicator[];
}

/** The number named `reperes/<id>` (published elsewhere) or by an indicator's id; throws on an unknown id. */
export function viewValue(id: string, scope: ValueScope, context: Context): ValueView {
  return id.startsWith('reperes/')
    ? viewRepere(id.slice('reperes/'.length), context)
    : viewIndicator(id, scope, context);
}

function viewIndicator(
  id: string,
  { millesime, territoire }: ValueScope,
  { data, publication, indicators }: Context,
): ValueView {
  const indicator = indicators.find((candidate) => candidate.id === id);
  if (!indicator)
    throw new Error(`<Value id="${id}"> names no indicator; there are: ${indicators.map((i) => i.id).join(', ')}`);
  const { region, territoires } = data.settings;
  const scopes = scopesOfIndicator(indicator);
  // What lies in no territory is told of the region, wherever it is quoted.
  const place = scopes.territoires === 'tous' ? (territoire ?? region.id) : region.id;
  const year = millesime ?? latestOf(data, indicator.uses, scopes.millesimes);
  const at = (where: string) =>
    publication.value(id, { millesime: year, territoire: where }) ??
    publication.value(id, { millesime: ALL, territoire: where });
  const [table, whole] = [at(place), at(region.id)];
  const said = { title: indicator.title, champ: whole?.champ ?? '', sources: whole?.sources ?? [] };
  const cell = table?.rows[0]?.cells.valeur;
  if (table && cell)
    return {
      ...said,
      champ: table.champ,
      text: formatCell(cell, indicator.unit, { prose: true }),
      ...(cell.base === undefined || cell.base === cell.value ? {} : { base: cell.base }),
    };
  if (!whole || !territoires.some((known) => known.id === place))
    throw new Error(`<Value id="${id}"> has no data for ${year}, ${place}`);
  return { ...said, text: 'effectif insuffisant' };
}

function viewRepere(id: string, { data }: Context): ValueView {
  const repere = data.reperes.find((candidate) => candidate.id === id);
  if (!repere) throw new Error(`<Value id="reperes/${id}"> names no row of reperes`);
  const { value, precision } = cellOfRepere(repere);
  return {
    text: value === null ? 'non disponible' : formatValue(value, UNITES[repere.unite], { precision, prose: true }),
    title: repere.libelle,
    champ: champOfReperes([repere]),
    sources: sourcesOfReperes([repere]),
  };
}
