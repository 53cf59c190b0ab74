import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { decodeArcs } from '../../src/geo/simplify.ts';

type Neighbours = FeatureCollection<Polygon | MultiPolygon, { code: string; nom: string }>;

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
  const moved = new Map<string, readonly [number, number]>();
  for (const territoire of (former.objects.territoires as GeometryCollection).geometries) {
    const own = arcsOf(territoire);
    const points = own.flatMap((arc) => arcs[arc]!);
    const middle = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis]!, 0) / points.length);
    for (const arc of own.filter((one) => beside.has(one))) {
      for (const [x, y] of arcs[arc]!) {
        const [dx, dy] = [middle[0]! - x, middle[1]! - y];
        const share = TUCKED / Math.max(TUCKED, Math.hypot(dx, dy));
        moved.set(`${x} ${y}`, [x + dx * share, y + dy * share]);
      }
    }
  }
  const { transform: _, ...rest } = former;
  const tucked = { ...rest, arcs: arcs.map((arc) => arc.map(([x, y]) => [...(moved.get(`${x} ${y}`) ?? [x, y])])) };
  return feature(tucked, voisins as GeometryCollection<{ code: string; nom: string }>) as Neighbours;
}

/** The numbers of the arcs that an object is made of, whichever way they run. */
function arcsOf(object: object): readonly number[] {
  if ('geometries' in object) return (object.geometries as object[]).flatMap(arcsOf);
  if (!('arcs' in object)) return [];
  return (object.arcs as unknown[]).flat(3).map((arc) => ((arc as number) < 0 ? ~(arc as number) : (arc as number)));
}
