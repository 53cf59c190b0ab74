import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

/** An arc whose points bear a weight: the area of the triangle that their loss would cut off, in square degrees. */
export type WeighedArcs = readonly (readonly (readonly number[])[])[];

/** A ring may lose this share of its area at most: less, and a small commune is no longer itself. */
const LOST = 0.25;
/** How much finer each further try is, and how many there are before every point is kept. */
const [FINER, TRIES] = [4, 8];

/**
 * Arcs with the points that weigh `least(arc)` or more. An arc is shared by both sides of its border, so they still
 * touch; where a ring would lose much of its area its arcs keep more points, and all of them in the end.
 */
export function simplifyArcs(
  topology: Topology,
  least: (arc: number) => number,
): readonly (readonly (readonly number[])[])[] {
  const weighed = topology.arcs as WeighedArcs;
  const limits = weighed.map((_, arc) => least(arc));
  const simplified = weighed.map((arc, index) => dropLight(arc, limits[index]!));
  let rings = ringsOf(topology).map((ring) => ({ ring, area: areaOf(ring, weighed) }));
  for (let left = TRIES; left >= 0 && rings.length > 0; left--) {
    rings = rings.filter(({ ring, area }) => Math.abs(areaOf(ring, simplified) - area) > LOST * Math.abs(area));
    for (const arc of new Set(rings.flatMap(({ ring }) => ring.map(indexOf)))) {
      limits[arc] = left === 0 ? 0 : limits[arc]! / FINER;
      simplified[arc] = dropLight(weighed[arc]!, limits[arc]!);
    }
  }
  return simplified;
}

/** The area that a ring of arcs encloses, with its sign: which way it is wound. */
export function areaOf(ring: readonly number[], arcs: WeighedArcs): number {
  const points = ring.flatMap((arc) => {
    const line = arcs[indexOf(arc)]!;
    return (arc < 0 ? line.toReversed() : line).slice(1);
  });
  const [x0, y0] = [points[0]?.[0] ?? 0, points[0]?.[1] ?? 0];
  return points.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = points[(index + 1) % points.length]!;
    return sum + ((x - x0) * (nextY - y0) - (nextX - x0) * (y - y0)) / 2;
  }, 0);
}

/** Every ring of every area, as the arcs that it is made of. */
function ringsOf({ objects }: Topology): readonly (readonly number[])[] {
  return Object.values(objects).flatMap((object) =>
    (object as GeometryCollection).geometries.flatMap((geometry) => polygonsOf(geometry).flat()),
  );
}

/** The polygons of an area, each a list of rings. */
export function polygonsOf(geometry: { readonly type: string | null }): readonly (readonly (readonly number[])[])[] {
  if (geometry.type === 'Polygon') return [(geometry as Polygon).arcs];
  return geometry.type === 'MultiPolygon' ? (geometry as MultiPolygon).arcs : [];
}

function dropLight(arc: WeighedArcs[number], least: number): readonly (readonly number[])[] {
  return arc.filter((point, index) => index === 0 || index === arc.length - 1 || point[2]! >= least);
}

const indexOf = (arc: number): number => (arc < 0 ? ~arc : arc);
