import { polygonContains } from 'd3';
import type { Position } from 'geojson';
import type { Area } from './areas.ts';

type Point = [x: number, y: number];

/** Polygons in px, each a list of rings: the outer one and its holes. */
export type Rings = Point[][][];

/** The rings of an area in px, not clipped. */
export function projectRings(
  { geometry }: Area,
  project: (longitude: number, latitude: number) => readonly [number, number],
): Rings {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const onPlane = ([longitude = 0, latitude = 0]: Position): Point => [...project(longitude, latitude)];
  return polygons.map((rings) => rings.map((ring) => ring.map(onPlane)));
}

/** True where a point lies inside: in an odd number of a polygon's rings, since holes are rings too. */
export function containsPoint(polygons: Rings, x: number, y: number): boolean {
  return polygons.some((rings) => rings.filter((ring) => polygonContains(ring, [x, y])).length % 2 === 1);
}

/** Points along the rings, about `step` px apart. */
export function pointsAlong(polygons: Rings, step: number): readonly Point[] {
  const points: Point[] = [];
  for (const ring of polygons.flat()) {
    let [x, y] = ring[0] ?? [0, 0];
    points.push([x, y]);
    for (const [toX, toY] of ring) {
      const pieces = Math.floor(Math.hypot(toX - x, toY - y) / step);
      if (pieces === 0) continue;
      for (let i = 1; i <= pieces; i++) points.push([x + ((toX - x) * i) / pieces, y + ((toY - y) * i) / pieces]);
      [x, y] = [toX, toY];
    }
  }
  return points;
}
