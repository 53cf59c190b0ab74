import { printSources } from '../components/describe-sources.ts';
import { findMap } from '../components/lead-figure.ts';
import { sayOtherPartition, sayWhatIsMissing, sayWithoutSubsidies } from '../components/say-survey.ts';
import { type TerritoryContents, territoryContents } from '../components/territory-contents.ts';
import { type Lieu, lieux } from '../datasets/lieux.ts';
import type { Territoire } from '../datasets/settings.ts';
import type { FigureView, Observatory } from '../observatory/index.ts';
import { formatDate } from '../text/date.ts';
import { plural } from '../text/plural.ts';
import { type BigNumber, chooseNumbers } from './big-numbers.ts';
import { COUNTS, SHOWN } from './editorial.ts';
import { type Box, layCourses } from './lay-bricks.ts';
import { PAPERS } from './papers.ts';
import { fillColumns, type PlacedFigure, placeFigure } from './place-figures.ts';
import type { FigureSizes } from './poster-layout.ts';

/** Measures of a leaflet in mm: margins of a page, its two columns, the sizes of its figures. */
export const LEAFLET = {
  margin: 15,
  gutter: 8,
  unit: 0.19,
  heading: 4.6,
  small: 2.6,
  gap: 8,
  /** Height of the wall at the foot of the cover. */
  wall: 22,
  /** Height of the map on the cover, at most. */
  map: 134,
  /** What headings, words and numbers of the second page take above its columns. */
  above: { published: 62, missing: 74 },
  /** Height left for the columns at the foot of the second page: the number of the page. */
  foot: 8,
  /**
   * The table of places: its height, that of a line, and that of an empty one, which is written by hand. More places are
   * told as a list of names, in columns of so many lines.
   */
  table: { height: 212, row: 5.9, empty: 8 },
  lines: 52,
  columns: 3,
} as const satisfies FigureSizes & Record<string, unknown>;

/** On the last page the count of places is as wide as the page. */
const COUNT_UNIT = 0.215;

/** The four pages of the leaflet of a territory. */
export interface LeafletContents extends TerritoryContents {
  /** The map of its places, else of those of the whole region. */
  readonly cover: PlacedFigure | undefined;
  /** A brick a known place, at the foot of the cover; its box from the upper left corner of the page. */
  readonly wall: { readonly bricks: readonly Box[]; readonly box: Box };
  readonly numbers: readonly BigNumber[];
  readonly columns: readonly (readonly PlacedFigure[])[];
  /** True where the figures are those of the whole region: the territory has none of its own. */
  readonly isOfRegion: boolean;
  /** What the territory lacks, in words; none where its own answers are told. */
  readonly lacking: { readonly title: string; readonly text: string } | undefined;
  /** The places, where a table holds them, and the empty rows under it, for those that readers know. */
  readonly table: readonly PlaceRow[] | undefined;
  readonly emptyRows: number;
  /** Where it does not, the list of names, cut to the page; `left` is how many are left out. */
  readonly list: readonly { readonly commune: string; readonly names: readonly string[] }[];
  readonly left: number;
  /** Who counts how many places in the region. */
  readonly count: PlacedFigure | undefined;
  /** Numbers of the whole region. */
  readonly regional: readonly BigNumber[];
  readonly sources: readonly string[];
}

/** A place as a line of the table. */
interface PlaceRow {
  readonly commune: string;
  readonly name: string;
  readonly types: string;
  readonly cited: string;
}

/** What the leaflet of a territory says: the same as its page, on four pages of paper. */
export function leafletContents(territoire: Territoire, observatory: Observatory): LeafletContents {
  const contents = territoryContents(territoire, observatory);
  const { margin, gutter, foot, above } = LEAFLET;
  const { width, height } = PAPERS.a4;
  const inside = width - 2 * margin;
  const own = contents.chapters.flatMap(({ figures }) => figures);
  const isOfRegion = own.every(({ survey }) => !survey);
  const region = (groups: readonly (readonly string[])[]) =>
    groups.map((group) => observatory.figures.filter(({ id }) => group.includes(id)));
  const columns = fillColumns(
    isOfRegion ? [...own.map((figure) => [figure]), ...region(SHOWN)] : telling(own),
    [],
    {
      columns: 2,
      width: (inside - gutter) / 2,
      height: height - 2 * margin - above[isOfRegion ? 'missing' : 'published'] - foot,
    },
    LEAFLET,
  );
  const map = contents.map ?? findMap(observatory.figures);
  const [counting] = region([COUNTS]).flat();
  const count = counting && placeFigure(counting, inside, 90, { ...LEAFLET, unit: COUNT_UNIT });
  const numbers = isOfRegion ? [] : chooseNumbers(observatory, 4, territoire.id);
  const regional = chooseNumbers(observatory, 4);
  const box = { x: margin, y: height - margin - LEAFLET.wall, width: inside, height: LEAFLET.wall };
  const cited = [map, ...columns.flat().map(({ figure }) => figure), ...numbers, counting, ...regional];
  const { table } = LEAFLET;
  const room = table.height - contents.places.length * table.row;
  return {
    ...contents,
    cover: map && placeMap(map, inside),
    wall: { bricks: layCourses({ ...box, count: contents.places.length }), box },
    numbers,
    columns,
    isOfRegion,
    lacking: isOfRegion ? lackingOf(contents, observatory) : undefined,
    table: room >= 0 ? contents.places.map(describePlace) : undefined,
    emptyRows: Math.max(0, Math.floor(room / table.empty) - 1),
    ...cutList(contents),
    count,
    regional,
    sources: [...new Set(cited.flatMap((thing) => (thing ? printSources(thing.sources) : [])))],
  };
}

/** The figures of a territory, those of the poster first, then others with a finding; the places are on other pages. */
function telling(figures: readonly FigureView[]): readonly (readonly FigureView[])[] {
  const shown = SHOWN.map((group) => figures.filter(({ id }) => group.includes(id)));
  const others = figures.filter(({ id, finding, broad }) => finding && !broad && !SHOWN.flat().includes(id));
  return [...shown, ...others.map((figure) => [figure])];
}

/** The map as large as the cover holds it: wide drawings are lower than narrow ones. */
function placeMap(map: FigureView, width: number): PlacedFigure | undefined {
  const sizes = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4].flatMap((part) => [0.25, 0.22, 0.19].map((unit) => ({ part, unit })));
  for (const { part, unit } of sizes) {
    const pixels = Math.floor((width * part) / unit);
    const drawing = map.draw({ id: `${map.id}-couverture`, width: pixels, medium: 'poster' });
    const height = drawing.height * unit;
    if (height <= LEAFLET.map) return { figure: map, drawing, width: pixels * unit, height };
  }
  return undefined;
}

function describePlace({ nom, commune, types, cite_le }: Lieu): PlaceRow {
  const labels = types.map((type) => lieux.columns.types.options?.[type] ?? type);
  return { commune: commune ?? '', name: nom, types: labels.join(', '), cited: cite_le ? formatDate(cite_le) : '' };
}

function lackingOf({ survey, withoutSubsidies }: TerritoryContents, { settings }: Observatory) {
  const subsidies = sayWithoutSubsidies(withoutSubsidies);
  const missing = sayWhatIsMissing(survey);
  const title = missing?.title ?? 'Seules des données publiques sont dites ici';
  const text = missing?.text ?? sayOtherPartition(settings.partition);
  return { title, text: [text, subsidies].filter(Boolean).join(' ') };
}

/** As many communes as the page holds, whole: a name takes a line, a commune two more. */
function cutList({ communes, places }: TerritoryContents): Pick<LeafletContents, 'list' | 'left'> {
  let lines = LEAFLET.lines * LEAFLET.columns;
  const list: LeafletContents['list'][number][] = [];
  for (const { nom, places: own } of communes) {
    lines -= own.length + 2;
    if (lines < 0) break;
    list.push({ commune: nom || 'Commune inconnue', names: own.map((place) => place.nom) });
  }
  return { list, left: places.length - list.reduce((sum, { names }) => sum + names.length, 0) };
}

/** "12 lieux connus, dans 6 communes", or that none is known. */
export function sayHowMany({ places, communes }: Pick<TerritoryContents, 'places' | 'communes'>): string {
  if (places.length === 0) return 'Aucun lieu connu de l’annuaire, pour l’instant';
  return `${plural(places.length, 'lieu connu', 'lieux connus')}, dans ${plural(communes.length, 'commune', 'communes')}`;
}
