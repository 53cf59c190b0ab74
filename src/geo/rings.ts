import { polygonContains } from 'd3';
import type { Position } from 'geojson';
import type { Area } from './areas.ts';

type Point = [x: number, y: number];

/** Polygons in px, each a list of rings: the outer one and its holes. */
export type Rings = readonly (readonly Point[])[][];

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
  return polygons.some((rings) => rings.filter((ring) => polygonContains([...ring], [x, y])).length % 2 === 1);
}

/** Points along the rings, `step` px apart at most. */
export function pointsAlong(polygons: Rings, step: number): readonly Point[] {
  return polygons.flat().flatMap((ring) =>
    ring.flatMap(([x, y], index): Point[] => {
      const [toX, toY] = ring[index + 1] ?? [x, y];
      const pieces = Math.max(1, Math.ceil(Math.hypot(toX - x, toY - y) / step));
      return Array.from({ length: pieces }, (_, i) => [x + ((toX - x) * i) / pieces, y + ((toY - y) * i) / pieces]);
    }),
  );
}
