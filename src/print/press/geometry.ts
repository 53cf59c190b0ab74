/** A rectangle of the page in points, from its lower left corner. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The six numbers of a PDF's transformation. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The transformation that changes nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The first transformation, then the second. */
export function multiply([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** How long a unit across and a unit upwards become. */
export function scaleOf([a, b, c, d]: Matrix): readonly [across: number, up: number] {
  return [Math.hypot(a, b), Math.hypot(c, d)];
}

/** The box around points (x, y, x, y…) once they are placed, and around another box. */
export function boxOf([a, b, c, d, e, f]: Matrix, points: readonly number[], around?: Box): Box {
  let { left, bottom, right, top } = around ?? { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [px, py] = [points[i]!, points[i + 1]!];
    const [x, y] = [a * px + c * py + e, b * px + d * py + f];
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return { left, bottom, right, top };
}

/** What two boxes share; nothing where the second is missing, all of it where the first is. */
export function intersect(a: Box | undefined, b: Box | undefined): Box {
  if (!b) return { left: 0, bottom: 0, right: 0, top: 0 };
  if (!a) return b;
  return {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  };
}

/** True where nothing is within. */
export const isEmpty = ({ left, right, bottom, top }: Box): boolean => !(left < right && bottom < top);
