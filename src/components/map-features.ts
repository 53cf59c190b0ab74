import type { Feature, Geometry, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { Geography } from '../datasets/geography.ts';
import type { PublishedRow, PublishedTable } from '../model/table.ts';
import type { FigureView } from '../observatory/index.ts';
import { mapAreas, mapCodes } from '../observatory/map-areas.ts';
import { tableFields, tableRecords } from './table-csv.ts';

/** What stands on a map: a point, an area, or nothing where the source does not say where. */
export type MapFeature = Feature<
  Point | Polygon | MultiPolygon | null,
  Readonly<Record<string, string | number | null>>
>;

/** Ids of the columns that say where a point is; what it is drawn at becomes its geometry. */
const PLACED = { lat: 'lat', lon: 'lon', position: 'position' } as const;

/** Degrees to a tenth of a metre: nothing finer is known. */
const PRECISION = 1e6;

/**
 * What a map shows, for mapping programs: a point where the table places its rows, an area where its key names the areas
 * of the contours, and the columns of its CSV; undefined where the figure is no map. Rows that are nowhere, such as a
 * total, are left out; a place whose position nobody knows stays, without geometry. RFC 7946: longitude first, outer
 * rings counterclockwise.
 */
export function mapFeatures(
  figure: Pick<FigureView, 'map' | 'tables'>,
  geography: Pick<Geography, 'contours'>,
): readonly MapFeature[] | undefined {
  if (!hasFeatures(figure, geography)) return undefined;
  const { main } = figure.tables;
  const properties = propertiesOf(main);
  const areaOf = findAreas(main, geography);
  return main.rows.flatMap((row, index): MapFeature[] => {
    const geometry = areaOf(row) ?? pointOf(row);
    if (geometry === undefined) return [];
    return [{ type: 'Feature', id: Object.values(row.key).join('/'), geometry, properties: properties[index]! }];
  });
}

/** True where a figure is a map of which something has a place; no border is followed to know it. */
export function hasFeatures(
  { map, tables: { main } }: Pick<FigureView, 'map' | 'tables'>,
  geography: Pick<Geography, 'contours'>,
): boolean {
  if (!map) return false;
  if (main.rows.some((row) => pointOf(row))) return true;
  const keys = main.columns.filter(({ role }) => role === 'key');
  return keys.some(({ id }) => {
    const codes = mapCodes(geography, id);
    return main.rows.some(({ key }) => codes.has(key[id] ?? ''));
  });
}

/** The smallest box around features: west, south, east, north. */
export function boxOf(features: readonly MapFeature[]): readonly [number, number, number, number] {
  const all = features.flatMap(({ geometry }) => (geometry ? positionsIn(geometry) : []));
  const [longitudes, latitudes] = [all.map(([x]) => x!), all.map(([, y]) => y!)];
  const [least, most] = [Math.min, Math.max].map(
    (pick) => (values: readonly number[]) => values.reduce((one, other) => pick(one, other)),
  );
  return [least!(longitudes), least!(latitudes), most!(longitudes), most!(latitudes)];
}

/** A point; null where the row has room for one that nobody knows, undefined where it has none. */
function pointOf({ attributes = {} }: PublishedRow): Point | null | undefined {
  const { [PLACED.lat]: latitude, [PLACED.lon]: longitude } = attributes;
  if (latitude === undefined || longitude === undefined) return undefined;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  return { type: 'Point', coordinates: [longitude, latitude] };
}

/** The area of a row by the code that its key holds: the key is called as the areas of the contours are. */
function findAreas(
  { columns }: PublishedTable,
  geography: Pick<Geography, 'contours'>,
): (row: PublishedRow) => Polygon | MultiPolygon | undefined {
  const keys = columns.filter(({ role }) => role === 'key');
  const [found] = keys.flatMap(({ id }) => {
    const areas = mapAreas(geography, id);
    return areas ? [{ id, areas }] : [];
  });
  return ({ key }) => {
    const area = found?.areas.get(key[found.id] ?? '');
    return area && wind(area);
  };
}

/** Outer rings counterclockwise and holes clockwise, whatever the contours do. */
function wind(area: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const windPolygon = (rings: Position[][]) => rings.map((ring, index) => windRing(ring.map(round), index === 0));
  return area.type === 'Polygon'
    ? { type: 'Polygon', coordinates: windPolygon(area.coordinates) }
    : { type: 'MultiPolygon', coordinates: area.coordinates.map(windPolygon) };
}

function windRing(ring: readonly Position[], counterclockwise: boolean): Position[] {
  const doubleArea = ring.slice(1).reduce((sum, [x, y], index) => {
    const [fromX, fromY] = ring[index]!;
    return sum + fromX! * y! - x! * fromY!;
  }, 0);
  return doubleArea > 0 === counterclockwise ? [...ring] : ring.toReversed();
}

function round(position: Position): Position {
  return position.map((degrees) => Math.round(degrees * PRECISION) / PRECISION);
}

function positionsIn(geometry: Geometry): readonly Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'Polygon') return geometry.coordinates.flat();
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
}

/** The columns of the CSV that hold something, but those that the geometry says; a point in the middle of its area says so. */
function propertiesOf(table: PublishedTable): readonly MapFeature['properties'][] {
  const said: readonly string[] = [PLACED.lat, PLACED.lon];
  const left = new Set(table.columns.filter(({ id }) => said.includes(id)).map(({ title }) => title));
  const hasPosition = table.columns.some(({ id }) => id === PLACED.position);
  const [, ...records] = tableRecords(table);
  const kept = tableFields(table)
    .map(({ name }, index) => ({ name, index }))
    .filter(({ name, index }) => !left.has(name) && records.some((record) => (record[index] ?? '') !== ''));
  return records.map((record, row) => ({
    ...Object.fromEntries(kept.map(({ name, index }) => [name, record[index] ?? null])),
    ...(!hasPosition && pointOf(table.rows[row]!) ? { Position: 'au milieu du territoire' } : {}),
  }));
}
