import type { Data } from '../datasets/data.ts';
import type { Flux } from '../datasets/flux.ts';
import type { ObservatoryFigure } from '../figures/define.ts';
import { figures as declaredFigures } from '../figures/index.ts';
import { indicators } from '../indicators/index.ts';
import { THEMES } from '../model/figure.ts';
import { type Card, cardOf, type FigureView, viewFigure } from './figure-view.ts';
import { type Publication, publishAll } from './publish-all.ts';
import { ALL, latestOf } from './scopes.ts';
import { type ValueScope, type ValueView, viewValue } from './value-view.ts';

/** What the pages may know of an observatory: published tables, public rows and settings; no answer of the survey. */
export interface Observatory {
  readonly settings: Data['settings'];
  readonly demonstration: boolean;
  readonly geography: Data['geography'];
  readonly lieux: Data['lieux'];
  readonly retraits: Data['retraits'];
  readonly reperes: Data['reperes'];
  readonly subventions: Data['subventions'];
  readonly flux: readonly Flux[];
  readonly resources: Data['resources'];
  readonly figures: readonly FigureView[];
  readonly cards: readonly Card[];
  figure(id: string): FigureView | undefined;
  /** The figures of a territory, in the order and under the numbers of the region's; none where it has nothing to show. */
  figuresOf(territoire: string): readonly FigureView[];
  card(id: string): Card | undefined;
  /** What an indicator is called; undefined where the id names none. */
  indicatorTitle(id: string): string | undefined;
  /** The number that `<Value id>` quotes; throws on an id that names nothing. */
  value(id: string, scope?: ValueScope): ValueView;
}

/** Everything the pages see, from checked data and what the gate let through; the answers of the survey stay behind it. */
export function viewObservatory(
  checked: Data,
  options: {
    readonly demonstrationIsBuilt: boolean;
    /** The year of data to show of figures that have one; the latest of each otherwise. */
    readonly millesime?: string;
  },
  publication: Publication = publishAll(checked, declaredFigures, indicators),
): Observatory {
  const { settings, geography, lieux, retraits, reperes, subventions, flux, resources } = checked;
  // Figures are numbered as the portrait tells them: by theme, then in the order of the index.
  const ordered = THEMES.flatMap((theme) => declaredFigures.filter((figure) => figure.theme === theme));
  const seen = ordered.map((figure) => ({ figure, ...regionOf(figure, checked, publication, options.millesime) }));
  const figures = seen
    .filter(({ tables }) => tables !== undefined)
    .map(({ figure, scope, tables }, index) =>
      viewFigure(figure, tables!, { settings, geography, resources }, scope, index + 1),
    );
  const cards = settings.demonstration
    ? []
    : seen
        .filter(({ tables }) => !tables)
        .flatMap(({ figure }) => cardOf(figure, checked, options.demonstrationIsBuilt) ?? []);
  return {
    settings,
    demonstration: settings.demonstration,
    geography,
    lieux,
    retraits,
    reperes,
    subventions,
    flux: flux.map(({ contributions: _, ...row }) => row),
    resources,
    figures,
    cards,
    figure: (id) => figures.find((figure) => figure.id === id),
    figuresOf: rememberFigures((territoire) =>
      ordered.flatMap((figure) => {
        const scope = { millesime: latestOf(checked, figure.uses, figure.scopes.millesimes), territoire };
        const tables = publication.tables(figure.id, scope);
        const number = figures.find(({ id }) => id === figure.id)?.number;
        return tables && number !== undefined && tables.main.rows.length > 0
          ? viewFigure(figure, tables, { settings, geography, resources }, scope, number)
          : [];
      }),
    ),
    card: (id) => cards.find((card) => card.id === id),
    indicatorTitle: (id) => indicators.find((indicator) => indicator.id === id)?.title,
    value: (id, scope) => viewValue(id, scope ?? {}, { data: checked, publication, indicators }),
  };
}

/** A territory's page, its files and its leaflet ask for the same figures. */
function rememberFigures(make: (territoire: string) => readonly FigureView[]): Observatory['figuresOf'] {
  const made = new Map<string, readonly FigureView[]>();
  return (territoire) => {
    const figures = made.get(territoire) ?? make(territoire);
    made.set(territoire, figures);
    return figures;
  };
}

/** A figure's tables for the whole region, of its latest year unless one is asked for; none where a dataset it uses, or the table itself, has no row. */
function regionOf({ id, uses, scopes }: ObservatoryFigure, data: Data, publication: Publication, asked?: string) {
  const latest = latestOf(data, uses, scopes.millesimes);
  const scope = { millesime: latest === ALL ? ALL : (asked ?? latest), territoire: data.settings.region.id };
  const tables = publication.tables(id, scope);
  return { scope, tables: tables && tables.main.rows.length > 0 ? tables : undefined };
}
