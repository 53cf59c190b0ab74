import type { Topology } from 'topojson-specification';

type Point = readonly [number, number];

/**
 * The topology with fewer points: each arc, by its index, loses those that lie within its tolerance (in the topology's
 * own units, degrees or plan units) of the line that remains. Arcs are shared, so neighbours still touch. Coordinates
 * come out absolute.
 */
export function simplifyTopology(topology: Topology, toleranceOf: (arc: number) => number): Topology {
  const { transform: _, ...rest } = topology;
  return {
    ...rest,
    arcs: decodeArcs(topology).map((arc, index) => simplifyLine(arc, toleranceOf(index)).map(([x, y]) => [x, y])),
  };
}

/** Arcs as absolute positions: a quantized topology stores steps from point to point. */
export function decodeArcs({ arcs, transform }: Topology): Point[][] {
  if (!transform) return arcs.map((arc) => arc.map(([x = 0, y = 0]) => [x, y] as const));
  const [kx, ky] = transform.scale;
  const [dx, dy] = transform.translate;
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([stepX = 0, stepY = 0]) => {
      x += stepX;
      y += stepY;
      return [x * kx + dx, y * ky + dy] as const;
    });
  });
}

/** Douglas and Peucker: keeps the ends, and the farthest point of each stretch as long as it is farther than the tolerance. */
export function simplifyLine(line: readonly Point[], tolerance: number): Point[] {
  const kept = new Set([0, line.length - 1]);
  const stretches: [number, number][] = [[0, line.length - 1]];
  // A ring starts where it ends: measured against its middle point, or it would shrink to nothing.
  const first = line[0]!;
  const last = line.at(-1)!;
  if (line.length > 4 && first[0] === last[0] && first[1] === last[1]) {
    const middle = Math.floor(line.length / 2);
    for (const point of [Math.floor(middle / 2), middle]) kept.add(point);
    stretches.splice(0, 1, [0, Math.floor(middle / 2)], [Math.floor(middle / 2), middle], [middle, line.length - 1]);
  }
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [from, to] = stretch;
    let farthest = from;
    let distance = tolerance;
    for (let i = from + 1; i < to; i++) {
      const d = distanceToSegment(line[i]!, line[from]!, line[to]!);
      if (d > distance) [farthest, distance] = [i, d];
    }
    if (farthest === from) continue;
    kept.add(farthest);
    stretches.push([from, farthest], [farthest, to]);
  }
  return [...kept].sort((a, b) => a - b).map((i) => line[i]!);
}

function distanceToSegment([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}
