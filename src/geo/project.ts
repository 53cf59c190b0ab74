import { type GeoProjection, geoArea, geoConicConformal, geoIdentity, geoPath } from 'd3';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Geo } from '../model/drawing.ts';
import { shorten } from './shorten.ts';
import { decodeArcs, simplifyTopology } from './simplify.ts';

/** What is projected: how, and the names written on the map (a `Geography` fits as it is). */
interface Places {
  readonly projection: 'conique' | 'plan';
  readonly villes: readonly {
    readonly nom: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly rang: 1 | 2;
  }[];
}

type Area = Feature<Polygon | MultiPolygon, { code?: string; nom?: string }>;
type Areas = GeometryCollection<{ code?: string; nom?: string }>;

/** Room in px around the region, where the neighbours show. */
const MARGIN = 14;
/** Points nearer than this many px to a straight line are left out. */
const TOLERANCE = 0.9;

const cache = new WeakMap<Topology, Map<string, Geo>>();

/**
 * Projects the contours into a box `width` px wide, once per width: the region whole in the middle, its neighbours
 * clipped to the box. 'conique' is the look of Lambert-93; 'plan' draws the coordinates as they are, north up.
 */
export function projectGeo(topology: Topology, places: Places, width: number): Geo {
  const known = cache.get(topology) ?? new Map<string, Geo>();
  cache.set(topology, known);
  const key = JSON.stringify([width, places.projection, places.villes]);
  const geo = known.get(key) ?? project(topology, places, width);
  known.set(key, geo);
  return geo;
}

function project(whole: Topology, { projection: kind, villes }: Places, width: number): Geo {
  const topology = simplifyTopology(whole, TOLERANCE * degreesPerPixel(whole, width));
  const territoires = objectOf(topology, 'territoires');
  const areas = areasOf(topology, territoires, kind);
  const neighbours = topology.objects.voisins ? areasOf(topology, objectOf(topology, 'voisins'), kind) : [];
  const outline = outward(
    { type: 'Feature', properties: {}, geometry: merge(topology, polygonsOf(territoires)) },
    kind,
  );

  const { projection, height } = fitBox({ type: 'FeatureCollection', features: areas }, kind, width);
  const path = geoPath(projection).digits(1);
  const project = (longitude: number, latitude: number): readonly [number, number] =>
    projection([longitude, latitude]) ?? [-1, -1];
  const draw = (shape: Parameters<typeof path>[0]) => shorten(path(shape) ?? '');
  return {
    width,
    height,
    layers: [
      { role: 'sea' as const, id: 'mer', d: `M0 0H${width}V${height}H0z` },
      ...neighbours.map((area) => ({ role: 'neighbour' as const, id: area.properties.code ?? '', d: draw(area) })),
      { role: 'region' as const, id: 'region', d: draw(outline) },
      { role: 'territory' as const, id: 'limites', d: draw(mesh(topology, territoires, (a, b) => a !== b)) },
    ].filter(({ d }) => d),
    towns: villes.flatMap(({ nom, latitude, longitude, rang }) => {
      const [x, y] = project(longitude, latitude);
      return x >= 0 && x <= width && y >= 0 && y <= height ? [{ label: nom, x, y, rank: rang }] : [];
    }),
    labels: [
      ...areas.map((area) => ({ role: 'territory' as const, area })),
      ...neighbours.map((area) => ({ role: 'neighbour' as const, area })),
    ].flatMap(({ role, area }) => {
      const [x, y] = path.centroid(area);
      return area.properties.nom && Number.isFinite(x) ? [{ role, label: area.properties.nom, x, y }] : [];
    }),
    project,
  };
}

/** The projection that holds the region in the box, and the box's height: the region's own, or less where it is tall. */
function fitBox(region: FeatureCollection, kind: Places['projection'], width: number) {
  const make = () =>
    (kind === 'conique'
      ? geoConicConformal().parallels([44, 49]).rotate([-3, 0])
      : geoIdentity().reflectY(true)) as GeoProjection;
  const wide = make().fitWidth(width - 2 * MARGIN, region);
  const [[, top], [, bottom]] = geoPath(wide).bounds(region);
  const height = Math.round(Math.min(bottom - top + 2 * MARGIN, Math.max(400, width * 0.84)));
  const projection = make()
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [width - MARGIN, height - MARGIN],
      ],
      region,
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
  return { projection, height };
}

function objectOf(topology: Topology, name: string): Areas {
  const object = topology.objects[name];
  if (object?.type !== 'GeometryCollection') throw new Error(`Contours without a collection "${name}"`);
  return object as Areas;
}

function areasOf(topology: Topology, areas: Areas, kind: Places['projection']): Area[] {
  const collection = feature(topology, areas) as FeatureCollection<
    Polygon | MultiPolygon,
    { code?: string; nom?: string }
  >;
  return collection.features.filter(({ geometry }) => geometry !== null).map((area) => outward(area, kind));
}

type PolygonObjects = Parameters<typeof merge>[1];

function polygonsOf({ geometries }: Areas): PolygonObjects {
  return geometries.filter(({ type }) => type === 'Polygon' || type === 'MultiPolygon') as PolygonObjects;
}

/** On the sphere a ring wound the wrong way is the rest of the world: each polygon is turned so that it is the small side. */
function outward<A extends Area>(area: A, kind: Places['projection']): A {
  if (kind === 'plan') return area;
  const polygons = area.geometry.type === 'Polygon' ? [area.geometry.coordinates] : area.geometry.coordinates;
  const turned = polygons.map((rings) =>
    geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI ? rings.map((ring) => [...ring].reverse()) : rings,
  );
  return { ...area, geometry: { type: 'MultiPolygon', coordinates: turned } };
}

/** About how many units of the topology make a pixel, from the region's own extent. */
function degreesPerPixel(topology: Topology, width: number): number {
  const arcs = decodeArcs(topology);
  const used = (topology.objects.territoires as Areas | undefined)?.geometries.flatMap((geometry) =>
    'arcs' in geometry ? (geometry.arcs as unknown[]).flat(3) : [],
  ) as number[] | undefined;
  const xs = (used ?? []).flatMap((arc) => arcs[arc < 0 ? ~arc : arc]!.map(([x]) => x));
  const extent = xs.reduce(([low, high], x) => [Math.min(low, x), Math.max(high, x)] as const, [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as const);
  return Math.max(0, extent[1] - extent[0]) / width;
}
