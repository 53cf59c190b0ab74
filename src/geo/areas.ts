import { geoArea } from 'd3';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';

/** An area of the contours, its coordinates in degrees (or units of the plan). */
export type Area = Feature<Polygon | MultiPolygon, { code?: string; nom?: string }>;

/** A collection of areas in a topology. */
export type Areas = GeometryCollection<{ code?: string; nom?: string }>;

/** Degrees on the sphere, or coordinates drawn as they are. */
type Surface = 'conique' | 'plan';

/** A collection of the contours by its name; one that is not there is a bug, since contours are checked when read. */
export function collectionOf(topology: Topology, name: string): Areas {
  const object = topology.objects[name];
  if (object?.type !== 'GeometryCollection') throw new Error(`Contours without a collection "${name}"`);
  return object as Areas;
}

/** The areas of a collection, each wound so that it is the small side of its border. */
export function areasOf(topology: Topology, areas: Areas, surface: Surface): Area[] {
  const collection = feature(topology, areas) as FeatureCollection<
    Polygon | MultiPolygon,
    { code?: string; nom?: string }
  >;
  return collection.features.filter(({ geometry }) => geometry !== null).map((area) => outward(area, surface));
}

/** The areas of a collection that bear a code. */
export function withCode(areas: Areas, code: string): Areas {
  const bears = ({ properties }: Areas['geometries'][number]) =>
    properties !== undefined && 'code' in properties && properties.code === code;
  return { ...areas, geometries: areas.geometries.filter(bears) };
}

/** Areas melted into one, without the borders between them. */
export function mergeAreas(topology: Topology, geometries: readonly GeometryObject[], surface: Surface): Area {
  const polygons = geometries.filter(({ type }) => type === 'Polygon' || type === 'MultiPolygon');
  const geometry = merge(topology, polygons as Parameters<typeof merge>[1]);
  return outward({ type: 'Feature', properties: {}, geometry }, surface);
}

/** The indices of the arcs that areas are made of. */
export function arcsOf(geometries: readonly GeometryObject[]): ReadonlySet<number> {
  const arcs = geometries.flatMap((geometry) =>
    'arcs' in geometry ? (geometry.arcs as unknown[]).flat(3) : [],
  ) as number[];
  return new Set(arcs.map((arc) => (arc < 0 ? ~arc : arc)));
}

/** On the sphere a ring wound the wrong way is the rest of the world: each polygon is turned so that it is the small side. */
function outward(area: Area, surface: Surface): Area {
  if (surface === 'plan') return area;
  const polygons = area.geometry.type === 'Polygon' ? [area.geometry.coordinates] : area.geometry.coordinates;
  const turned = polygons.map((rings) =>
    geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI ? rings.map((ring) => [...ring].reverse()) : rings,
  );
  return { ...area, geometry: { type: 'MultiPolygon', coordinates: turned } };
}
