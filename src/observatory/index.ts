import type { Data, DatasetId } from '../datasets/data.ts';
import { formatFaults } from '../csv/fault.ts';
import { loadObservatory } from '../datasets/load.ts';
import { figures as declaredFigures } from '../figures/index.ts';
import { indicators } from '../indicators/index.ts';
import { type Card, cardOf, type FigureView, viewFigure } from './figure-view.ts';
import { currentFolders, demonstrationFolders } from './folders.ts';
import { hasRows, publishAll } from './publish-all.ts';
import { ALL, millesimesOf, scopesOf } from './scopes.ts';
import { type ValueScope, type ValueView, viewValue } from './value-view.ts';

export type { Card, FigureView } from './figure-view.ts';
export type { ValueView } from './value-view.ts';

/** What the pages may know of an observatory: published tables, public rows and settings; no answer of the survey. */
export interface Observatory {
  readonly settings: Data['settings'];
  readonly demonstration: boolean;
  readonly geography: Data['geography'];
  readonly lieux: Data['lieux'];
  readonly reperes: Data['reperes'];
  readonly resources: Data['resources'];
  readonly figures: readonly FigureView[];
  readonly cards: readonly Card[];
  figure(id: string): FigureView | undefined;
  card(id: string): Card | undefined;
  /** The number that `<Value id>` quotes; throws on an id that names nothing. */
  value(id: string, scope?: ValueScope): ValueView;
}

/** The observatory of this build, loaded, checked and published once. */
export const observatory: Observatory = await open();

async function open(): Promise<Observatory> {
  const folders = currentFolders();
  const { data, faults } = await loadObservatory(folders);
  if (faults.some(({ level }) => level === 'erreur')) throw new Error(`\n${formatFaults(faults)}`);
  return view(data);
}

/** Everything the pages see, from checked data. */
export function view(data: Data): Observatory {
  const publication = publishAll(data, declaredFigures, indicators);
  const latest = millesimesOf(data).at(-1) ?? ALL;
  const figures = declaredFigures
    .filter(({ uses }) => hasRows(data, uses))
    .map((figure, index) => {
      const millesime = scopesOf(data, figure.uses, figure.scopes).some((scope) => scope.millesime === latest) ? latest : ALL;
      const scope = { millesime, territoire: data.settings.region.id };
      const tables = publication.tables(figure.id, scope);
      if (!tables) throw new Error(`Figure ${figure.id} has no table for the whole region`);
      return viewFigure(figure, tables, data, scope, index + 1);
    });
  const cards = data.settings.demonstration
    ? []
    : declaredFigures.filter(({ uses }) => !hasRows(data, uses)).flatMap((figure) => cardOf(figure, demonstrationIsBuilt()) ?? []);
  return {
    settings: data.settings,
    demonstration: data.settings.demonstration,
    geography: data.geography,
    lieux: data.lieux,
    reperes: data.reperes,
    resources: data.resources,
    figures,
    cards,
    figure: (id) => figures.find((figure) => figure.id === id),
    card: (id) => cards.find((card) => card.id === id),
    value: (id, scope) => viewValue(id, scope ?? {}, { data, publication, indicators, latest }),
  };
}

function demonstrationIsBuilt(): boolean {
  return process.env.OBSERVATOIRE_PUBLICATION !== '1' && demonstrationFolders(process.env) !== undefined;
}

export type { DatasetId };
