const EARTH_RADIUS_KM = 6371;

/** A point in degrees (WGS 84). */
interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Kilometres between two points, as the crow flies. */
export function measureDistance(from: Point, to: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const rise = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  const run = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const chord = rise + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * run;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
