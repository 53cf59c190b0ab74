import { polygonContains } from 'd3';
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Kilometres in a degree of latitude. */
const DEGREE = 111.195;

/** A point in degrees (WGS 84). */
interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Kilometres from a point to an area whose contour is in degrees, 0 inside; near enough for tens of kilometres. */
export function distanceToArea({ latitude, longitude }: Point, area: Polygon | MultiPolygon): number {
  const east = DEGREE * Math.cos((latitude * Math.PI) / 180);
  const onPlane = ([x = 0, y = 0]: Position): [number, number] => [(x - longitude) * east, (y - latitude) * DEGREE];
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  const rings = polygons.map((polygon) => polygon.map((ring) => ring.map(onPlane)));
  // Holes are rings too: inside an odd number of them is inside.
  const isInside = rings.some((polygon) => polygon.filter((ring) => polygonContains(ring, [0, 0])).length % 2 === 1);
  return isInside ? 0 : Math.min(...rings.flat().map(distanceToLine));
}

/** From the origin to the nearest point of a line. */
function distanceToLine(line: readonly (readonly [number, number])[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const [index, [x, y]] of line.entries()) {
    const [toX, toY] = line[index + 1] ?? [x, y];
    const [dx, dy] = [toX - x, toY - y];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / length));
    nearest = Math.min(nearest, Math.hypot(x + along * dx, y + along * dy));
  }
  return nearest;
}
