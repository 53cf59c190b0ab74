import { filePaletteOf, pagePalette } from '../charts/palette.ts';
import type { Data } from '../datasets/data.ts';
import { datasets } from '../datasets/index.ts';
import { nameMillesime } from '../datasets/millesimes.ts';
import type { ObservatoryFigure } from '../figures/define.ts';
import { projectGeo } from '../geo/project.ts';
import type { Drawing, Medium } from '../model/drawing.ts';
import type { Quote, Scope, Tables, Theme } from '../model/figure.ts';
import type { PublishedTable, Source } from '../model/table.ts';
import { typo } from '../text/typography.ts';
import { ALL } from './scopes.ts';
import { demonstrationPath } from './urls.ts';

/** A figure as the views see it: words, published tables and a way to draw; nothing of its data. */
export interface FigureView {
  readonly id: string;
  /** Its place in the gallery, from 1. */
  readonly number: number;
  readonly theme: Theme;
  /** Its wide drawing asks for the whole width of a page. */
  readonly broad: boolean;
  /** The page that tells it, where it is not the portrait. */
  readonly page?: 'financements';
  readonly question?: string;
  readonly title: string;
  readonly finding?: string;
  /** The finding where there is one, else the title. */
  readonly heading: string;
  readonly subtitle: string;
  readonly reading: string;
  readonly summary: string;
  readonly champ: string;
  readonly sources: readonly Source[];
  /** What somebody may quote, with whom it counts and where it comes from. */
  readonly quote: Required<Quote>;
  /** What readers call the year of data ("2023", "N + 2"); none for a figure over several. */
  readonly millesime?: string;
  /** The same as files name it ("2023"), which sorts. */
  readonly year?: string;
  /** The date of its latest data, as precise as it is known. */
  readonly modified?: string;
  /** Drawn over a map. */
  readonly map: boolean;
  /** Its numbers are made of answers to the survey. */
  readonly survey: boolean;
  /** The id of the territory that it is about; none for the whole region. */
  readonly territoire?: string;
  readonly tables: Tables<PublishedTable>;
  draw(place: Place): Drawing;
}

/** Where a drawing goes: a prefix for its ids, its width in px, what it is read on. */
interface Place {
  readonly id: string;
  readonly width: number;
  readonly medium: Medium;
}

/** A question that the data do not answer yet. */
export interface Card {
  readonly id: string;
  readonly question: string;
  readonly title: string;
  readonly theme: Theme;
  readonly page?: 'financements';
  /** Titles of the datasets that would answer it. */
  readonly waits: readonly string[];
  /** Where the same figure can be seen with fictional data. */
  readonly demonstration?: string;
}

/** The view of a figure over the tables that the gate let through; of the data it sees no row. */
export function viewFigure(
  figure: ObservatoryFigure,
  tables: Tables<PublishedTable>,
  { settings, geography, resources }: Pick<Data, 'settings' | 'geography' | 'resources'>,
  scope: Scope,
  number: number,
): FigureView {
  const title = typo(figure.title);
  const finding = figure.finding?.(tables);
  return {
    id: figure.id,
    number,
    theme: figure.theme,
    broad: figure.broad ?? false,
    ...(figure.page ? { page: figure.page } : {}),
    question: figure.question && typo(figure.question),
    title,
    finding: finding && typo(finding),
    heading: finding ? typo(finding) : title,
    subtitle: typo(figure.subtitle(tables)),
    reading: typo(figure.reading(tables)),
    summary: typo(figure.summary(tables)),
    champ: typo(tables.main.champ),
    quote: quoteOf(figure, tables, finding),
    sources: [...tables.main.sources, ...(figure.map ? settings.fondDeCarte.map(citeContours) : [])],
    millesime: scope.millesime === ALL ? undefined : nameMillesime(settings, scope.millesime),
    year: scope.millesime === ALL ? undefined : scope.millesime,
    modified: resources
      .filter(({ dataset }) => figure.uses.includes(dataset))
      .map(({ date }) => date)
      .sort()
      .at(-1),
    map: figure.map ?? false,
    survey: figure.uses.some((id) => datasets[id].access === 'aggregates'),
    ...(scope.territoire === settings.region.id ? {} : { territoire: scope.territoire }),
    tables,
    draw: drawOnce(({ id, width, medium }) =>
      figure.draw(tables, {
        id,
        width,
        medium,
        palette: medium === 'page' || medium === 'embed' ? pagePalette : filePaletteOf(settings.demonstration),
        demonstration: settings.demonstration,
        geo: geography.contours ? projectGeo(geography.contours, geography, width, codeOf(scope, settings)) : undefined,
      }),
    ),
  };
}

/** What the figure gives to quote; contours are a source of its map, and of no sentence. */
function quoteOf(figure: ObservatoryFigure, tables: Tables<PublishedTable>, finding?: string): Required<Quote> {
  const { text, champ, sources } = figure.quote?.(tables) ?? { text: finding ?? figure.reading(tables) };
  return {
    text: typo(text.replace(/\.$/, '')),
    champ: typo(champ ?? tables.main.champ),
    sources: sources ?? tables.main.sources,
  };
}

/** The code of the territory that a scope is about, by which the contours know it. */
function codeOf({ territoire }: Scope, { territoires }: Data['settings']): string | undefined {
  return territoires.find(({ id }) => id === territoire)?.code;
}

function citeContours({ source, ...known }: Data['settings']['fondDeCarte'][number]): Source {
  return { label: `fond de carte : ${source}`, ...known } as Source;
}

/** The card of a figure whose data are missing, with those that are; none where the figure asks nothing. */
export function cardOf(figure: ObservatoryFigure, data: Data, demonstrationIsBuilt: boolean): Card | undefined {
  const { id, question, title, theme, page, uses } = figure;
  if (!question) return undefined;
  const demonstration = demonstrationIsBuilt ? { demonstration: demonstrationPath(`/graphiques/${id}/`) } : {};
  const missing = uses.filter((dataset) => data[dataset].length === 0);
  const titles = (missing.length > 0 ? missing : uses).map((dataset) => datasets[dataset].title);
  const waits = missing.length === 0 && figure.waits ? [figure.waits] : titles;
  return {
    id,
    question: typo(question),
    title: typo(title),
    theme,
    ...(page ? { page } : {}),
    waits,
    ...demonstration,
  };
}

/** Pages, embeds and files ask for the same few pictures again and again. */
function drawOnce(draw: (place: Place) => Drawing): (place: Place) => Drawing {
  const drawn = new Map<string, Drawing>();
  return (place) => {
    const name = [place.id, place.width, place.medium].join(' ');
    const drawing = drawn.get(name) ?? draw(place);
    drawn.set(name, drawing);
    return drawing;
  };
}
