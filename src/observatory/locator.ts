import { pagePalette } from '../charts/palette.ts';
import { symbolMap } from '../charts/symbol-map.ts';
import { PRECISION } from '../figures/place-map.ts';
import { projectGeo } from '../geo/project.ts';
import type { Drawing, Geo } from '../model/drawing.ts';
import type { PublishedRow } from '../model/table.ts';
import type { FigureView } from './figure-view.ts';
import type { Observatory } from './view.ts';

/** Width in px of a small map: the narrow layout of every map. */
const WIDTH = 310;

/**
 * A small map with one place, light enough to stand on thousands of pages: the region, its territories and its largest
 * towns, without what surrounds it. The place is the row of that key in the map of all of them; none where it has no
 * point, or the observatory no contours.
 */
export function drawLocator(
  map: FigureView | undefined,
  lieu: string,
  { geography, demonstration }: Pick<Observatory, 'geography' | 'demonstration'>,
): Drawing | undefined {
  const row = map && rowsOf(map).get(lieu);
  if (!map || !geography.contours || typeof row?.attributes?.lat !== 'number') return undefined;
  const geo = withoutSurroundings(projectGeo(geography.contours, geography, WIDTH));
  const frame = { id: 'ou', width: WIDTH, medium: 'page', palette: pagePalette, demonstration, geo } as const;
  return symbolMap({ ...map.tables.main, rows: [row] }, { hollow: PRECISION, detail: 'commune' }, frame);
}

/** The rows of a map by their place, found once for the thousands of pages that ask for theirs. */
const known = new WeakMap<FigureView, ReadonlyMap<string | undefined, PublishedRow>>();

function rowsOf(map: FigureView): ReadonlyMap<string | undefined, PublishedRow> {
  const rows = known.get(map) ?? new Map(map.tables.main.rows.map((row) => [row.key.lieu, row]));
  known.set(map, rows);
  return rows;
}

const bare = new WeakMap<Geo, Geo>();

function withoutSurroundings(geo: Geo): Geo {
  const drawn = bare.get(geo) ?? {
    ...geo,
    layers: geo.layers.filter(({ role }) => role === 'region' || role === 'territory'),
    labels: geo.labels.filter(({ role }) => role === 'territory'),
    towns: geo.towns.filter(({ rank }) => rank === 1),
  };
  bare.set(geo, drawn);
  return drawn;
}
