import { lieux as dataset, type Lieu } from '../datasets/lieux.ts';
import type { Territoire } from '../datasets/settings.ts';
import { kindOf } from '../datasets/territories.ts';
import { THEMES, type Theme } from '../model/figure.ts';
import type { FigureView, Observatory } from '../observatory/index.ts';
import { findMap } from './lead-figure.ts';
import { placesIn, titleTerritory } from './territories.ts';

/** What the page of a territory shows, from top to bottom; its leaflet reads the same. */
export interface TerritoryContents {
  readonly territoire: Territoire;
  /** "département", "cercle". */
  readonly kind: string;
  readonly title: string;
  /** By commune, then by name. */
  readonly places: readonly Lieu[];
  readonly communes: readonly { readonly nom: string; readonly places: readonly Lieu[] }[];
  /** How many places are of each type, most first; one place may have several. */
  readonly types: readonly { readonly label: string; readonly count: number }[];
  /** Places whose source names no type. */
  readonly untyped: number;
  readonly map: FigureView | undefined;
  /** Everything but the map, by chapter of the portrait. */
  readonly chapters: readonly { readonly theme: Theme; readonly figures: readonly FigureView[] }[];
  readonly survey: SurveyState;
  /** Why no subsidy is shown; undefined where some are. */
  readonly withoutSubsidies: 'aucune' | 'aucune ici' | undefined;
  /** Names of the texts that the team may have written: one for all territories of the kind, one for this one. */
  readonly texts: readonly string[];
}

/** Whether the survey is told of a territory, else why not and how many answers it still takes, where that is known. */
export type SurveyState =
  | { readonly state: 'publiée' }
  /** Not of the partition: territories that overlap could be subtracted from one another. */
  | { readonly state: 'autre découpage' }
  | { readonly state: 'sans enquête'; readonly needed: number }
  | { readonly state: 'trop peu'; readonly needed: number; readonly missing: number | undefined };

/** What the observatory may say of a territory. */
type Known = Pick<Observatory, 'settings' | 'geography' | 'lieux' | 'subventions' | 'figure' | 'figuresOf'>;

/** The contents of the page of a territory, all of them published. */
export function territoryContents(territoire: Territoire, observatory: Known): TerritoryContents {
  const places = placesIn(territoire, observatory);
  const figures = observatory.figuresOf(territoire.id);
  const map = findMap(figures);
  const others = figures.filter((figure) => figure !== map);
  return {
    territoire,
    kind: kindOf(territoire),
    title: titleTerritory(territoire, observatory),
    places,
    communes: [...Map.groupBy(places, ({ commune }) => commune ?? '')].map(([nom, own]) => ({ nom, places: own })),
    types: countTypes(places),
    untyped: places.filter(({ types }) => types.length === 0).length,
    map,
    chapters: THEMES.flatMap((theme) => {
      const own = others.filter((figure) => figure.theme === theme);
      return own.length > 0 ? [{ theme, figures: own }] : [];
    }),
    survey: surveyOf(territoire, others, observatory),
    withoutSubsidies: others.some(({ id }) => id === SUBSIDIES)
      ? undefined
      : observatory.subventions.length === 0
        ? 'aucune'
        : 'aucune ici',
    texts: [`territoires/${territoire.type}`, `territoires/${territoire.id}`],
  };
}

/** The figure that places subsidies. */
const SUBSIDIES = 'subventions-des-lieux';

/** The figure that counts the answers of each territory of the partition: small counts are not told there. */
const ANSWERS = 'enquete-carte';

function surveyOf(
  { id, type }: Territoire,
  figures: readonly FigureView[],
  { settings, figure }: Pick<Known, 'settings' | 'figure'>,
): SurveyState {
  if (type !== settings.partition) return { state: 'autre découpage' };
  const needed = settings.effectifMinimum;
  const counts = figure(ANSWERS)?.tables.main;
  if (!counts) return { state: 'sans enquête', needed };
  if (figures.some(({ survey }) => survey)) return { state: 'publiée' };
  const answers = counts.rows.find(({ key }) => key.territoire === id)?.cells.lieux?.value ?? needed;
  return { state: 'trop peu', needed, missing: answers < needed ? needed - answers : undefined };
}

function countTypes(places: readonly Lieu[]): TerritoryContents['types'] {
  return Object.entries(dataset.columns.types.options ?? {})
    .map(([code, label]) => ({ label, count: places.filter(({ types }) => types.includes(code as never)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
