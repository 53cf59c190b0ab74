import { polygonContains } from 'd3';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { decodeArcs } from '../../src/geo/simplify.ts';

type Neighbours = FeatureCollection<Polygon | MultiPolygon, { code: string; nom: string }>;

type Point = readonly [x: number, y: number];

/** How far from a side it is seen which of its sides is the region's, in degrees. */
const PROBE = 1e-4;
/** How far the border goes under the region, in degrees: more than two drawings of one border differ by. */
const TUCKED = 0.04;

/**
 * The neighbours of a map, to be drawn under another drawing of the same region: along the border that they shared with
 * the former one they reach a little further in, so that no sea shows between the two. Undefined where there are none.
 */
export function tuckNeighbours(former: Topology | null): Neighbours | undefined {
  const voisins = former?.objects.voisins;
  if (!former || voisins?.type !== 'GeometryCollection') return undefined;
  const arcs = decodeArcs(former);
  const beside = new Set(arcsOf(voisins));
  const territoires = former.objects.territoires as GeometryCollection;
  const shared = [...new Set(arcsOf(territoires))].filter((arc) => beside.has(arc)).map((arc) => arcs[arc]!);
  const isInside = readInside(former, territoires);
  const inward = new Map<string, Point>();
  for (const [from, to] of shared.flatMap(sidesOf)) {
    const side = turnInward([from, to], isInside);
    for (const end of [from, to]) {
      const [x, y] = inward.get(nameOf(end)) ?? [0, 0];
      inward.set(nameOf(end), [x + side[0], y + side[1]]);
    }
  }
  const tuck = (point: Point): Point => {
    const [dx, dy] = inward.get(nameOf(point)) ?? [0, 0];
    const length = Math.hypot(dx, dy);
    return length === 0 ? point : [point[0] + (dx / length) * TUCKED, point[1] + (dy / length) * TUCKED];
  };
  const { transform: _, ...rest } = former;
  const tucked = { ...rest, arcs: arcs.map((arc) => arc.map((point) => [...tuck(point)])) };
  return feature(tucked, voisins as GeometryCollection<{ code: string; nom: string }>) as Neighbours;
}

/** The direction across a side that leads into the region, of length 1; none for a side of no length. */
function turnInward([from, to]: readonly [Point, Point], isInside: (point: Point) => boolean): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return [0, 0];
  const [x, y] = [-dy / length, dx / length];
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return isInside([middle[0] + x * PROBE, middle[1] + y * PROBE]) ? [x, y] : [-x, -y];
}

/** Tells whether a point lies in the region as the former map draws it. */
function readInside(former: Topology, territoires: GeometryCollection): (point: Point) => boolean {
  const areas = merge(former, territoires.geometries as Parameters<typeof merge>[1]).coordinates;
  const rings = areas.flat() as [number, number][][];
  // Holes are rings too: inside an odd number of them is inside.
  return ([x, y]) => rings.filter((ring) => polygonContains(ring, [x, y])).length % 2 === 1;
}

function sidesOf(line: readonly Point[]): readonly (readonly [Point, Point])[] {
  return line.slice(1).map((to, index) => [line[index]!, to]);
}

const nameOf = ([x, y]: Point): string => `${x} ${y}`;

/** The numbers of the arcs that an object is made of, whichever way they run. */
function arcsOf(object: object): readonly number[] {
  if ('geometries' in object) return (object.geometries as object[]).flatMap(arcsOf);
  if (!('arcs' in object)) return [];
  return (object.arcs as unknown[]).flat(3).map((arc) => ((arc as number) < 0 ? ~(arc as number) : (arc as number)));
}
