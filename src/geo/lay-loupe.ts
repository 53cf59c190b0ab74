import type { Box } from '../model/drawing.ts';
import { marginOf } from './view.ts';

type Point = readonly [x: number, y: number];

/** What a loupe is laid beside: the box of the map, points along the border of what it shows, and the spot, in px. */
interface Laying {
  readonly width: number;
  readonly height: number;
  readonly shore: readonly Point[];
  readonly spot: Point;
  readonly radius: number;
}

/** Where a loupe stands, what it enlarges, and how the map is made smaller and moved to give it room. */
interface Laid {
  readonly source: Box;
  readonly seat: Box;
  readonly factor: number;
  readonly move: Point;
}

/** Maps narrower than this have no corner to spare. */
const NARROW = 480;
/** Px between a seat and the edge of the map, and between it and the region. */
const [EDGE, GAP] = [8, 9];
/** Side in px of a seat in a corner: smaller ones show too little, larger ones outweigh the map. */
const [SMALLEST, LARGEST] = [120, 0.46];
/** A side beyond this is worth no more. */
const ENOUGH = 165;
/** Height of a seat that has the map's whole width, as a share of it; px between it and the map. */
const [STRIP, APART] = [0.58, 12];
/** Px of a seat that bear its name. */
const BAND = 22;
/** A loupe that enlarges less than this shows nothing that the map does not. */
const LEAST_MAGNIFICATION = 2.2;
/** How much smaller the map may become, and what a px of the loupe's side is worth against it. */
const [FACTORS, SHRINKING] = [[1, 0.93, 0.86, 0.8], 400];
/** What a px of the line from the spot to the seat costs. */
const FAR = 0.2;

/**
 * Lays a loupe in the corner of a map where it covers nothing of the region, large and near its spot, the region moved
 * aside or made smaller for it; on narrow maps above the map or below it. Nothing where there is no such corner, where it
 * would not enlarge enough, or where the spot is off the map.
 */
export function layLoupe(map: Laying): Laid | undefined {
  const { width, height, spot, radius } = map;
  if (spot[0] < radius || spot[1] < radius || spot[0] > width - radius || spot[1] > height - radius) return undefined;
  const laid =
    width < NARROW
      ? [enlarge(map, { factor: 1, move: [0, 0] }, besideOf(map))]
      : moves(map).flatMap((move) => inCorners(map, move));
  return laid.filter((one) => isLarger(one) && distanceOf(one) >= GAP).sort((a, b) => worthOf(b) - worthOf(a))[0];
}

/** Ways to move the region within its box, smaller or not. */
function moves({ width, height, shore }: Laying): Pick<Laid, 'factor' | 'move'>[] {
  const margin = marginOf(width);
  const [xs, ys] = [shore.map(([x]) => x), shore.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return FACTORS.flatMap((factor) => {
    const [spareX, spareY] = [
      width - 2 * margin - factor * (right - left),
      height - 2 * margin - factor * (bottom - top),
    ];
    return [0, 0.25, 0.5, 0.75, 1].flatMap((alongX) =>
      [0, 0.5, 1].map((alongY) => ({
        factor,
        move: [margin + alongX * spareX - factor * left, margin + alongY * spareY - factor * top] as const,
      })),
    );
  });
}

/** The largest square in each corner of the moved map. */
function inCorners(map: Laying, moved: Pick<Laid, 'factor' | 'move'>): Laid[] {
  const { width, height, shore } = map;
  const { factor, move } = moved;
  const largest = Math.floor(LARGEST * Math.min(width, height));
  return [EDGE, width - EDGE].flatMap((cornerX) =>
    [EDGE, height - EDGE].flatMap((cornerY) => {
      let free = Number.POSITIVE_INFINITY;
      for (const [x, y] of shore) {
        const away = Math.max(Math.abs(factor * x + move[0] - cornerX), Math.abs(factor * y + move[1] - cornerY));
        if (away < free) free = away;
      }
      const side = Math.min(largest, Math.floor(free - GAP));
      if (side < SMALLEST) return [];
      const [x, y] = [cornerX === EDGE ? EDGE : cornerX - side, cornerY === EDGE ? EDGE : cornerY - side];
      return [enlarge(map, moved, { x, y, width: side, height: side })];
    }),
  );
}

/** A seat as wide as the map, above it or below: on the side of the spot. */
function besideOf({ width, height, spot }: Laying): Box {
  const tall = Math.round(STRIP * width);
  return { x: 0, y: spot[1] < height / 2 ? -tall - APART : height + APART, width, height: tall };
}

/** What a seat enlarges: the spot with its radius, as wide as the seat is under its band. */
function enlarge({ spot, radius }: Laying, { factor, move }: Pick<Laid, 'factor' | 'move'>, seat: Box): Laid {
  const [x, y] = [factor * spot[0] + move[0], factor * spot[1] + move[1]];
  const down = factor * radius;
  const across = (down * seat.width) / (seat.height - BAND);
  return { source: { x: x - across, y: y - down, width: 2 * across, height: 2 * down }, seat, factor, move };
}

const isLarger = ({ source, seat }: Laid): boolean => seat.width / source.width >= LEAST_MAGNIFICATION;

const worthOf = (laid: Laid): number =>
  Math.min(laid.seat.width, ENOUGH) - FAR * distanceOf(laid) - SHRINKING * (1 - laid.factor);

/** Px between the spot's frame and the seat; 0 where they overlap. */
function distanceOf({ source, seat }: Laid): number {
  const apart = (a: number, aSize: number, b: number, bSize: number) => Math.max(0, a - b - bSize, b - a - aSize);
  return Math.hypot(
    apart(source.x, source.width, seat.x, seat.width),
    apart(source.y, source.height, seat.y, seat.height),
  );
}
