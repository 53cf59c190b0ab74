import type { Box } from '../model/drawing.ts';

interface Disc {
  readonly r: number;
  x: number;
  y: number;
}

/** Angle of the spiral on which a free seat is sought: the golden one, which covers evenly. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Where the search stops, some thirteen discs away: further, a disc would no longer say where its place is. */
const STEPS = 600;

function seatAt(home: { readonly x: number; readonly y: number }, step: number, size: number): [x: number, y: number] {
  const distance = size * 0.55 * Math.sqrt(step);
  return [home.x + distance * Math.cos(step * GOLDEN), home.y + distance * Math.sin(step * GOLDEN)];
}

/**
 * Moves discs that would overlap to the nearest free seat on a spiral around their own place, in the order given
 * (put the large ones first); none goes over a box of `taken`. Deterministic; returns how many were moved. `gap` px stay
 * between discs.
 */
export function separate(
  discs: readonly Disc[],
  bounds: { width: number; height: number },
  gap: number,
  taken: readonly Box[] = [],
): number {
  const largest = Math.max(1, ...discs.map(({ r }) => r));
  const side = 2 * largest + gap;
  const cells = new Map<string, Disc[]>();
  const around = (x: number, y: number) => {
    const found: Disc[] = [];
    for (let i = Math.floor(x / side) - 1; i <= Math.floor(x / side) + 1; i++)
      for (let j = Math.floor(y / side) - 1; j <= Math.floor(y / side) + 1; j++)
        found.push(...(cells.get(`${i} ${j}`) ?? []));
    return found;
  };
  const isFree = (x: number, y: number, r: number) =>
    x >= r &&
    y >= r &&
    x <= bounds.width - r &&
    y <= bounds.height - r &&
    !taken.some((box) => isOver({ x, y, r }, box)) &&
    around(x, y).every((other) => Math.hypot(other.x - x, other.y - y) >= other.r + r + gap);
  let moved = 0;
  // Discs of one size and place walk one spiral: each starts where the last one found its seat.
  const walked = new Map<string, number>();
  for (const disc of discs) {
    const home = { x: disc.x, y: disc.y };
    const spiral = `${home.x} ${home.y} ${disc.r}`;
    let step = walked.get(spiral) ?? 0;
    if (step > 0) [disc.x, disc.y] = seatAt(home, step, disc.r + gap);
    for (; step < STEPS && !isFree(disc.x, disc.y, disc.r); step++) [disc.x, disc.y] = seatAt(home, step, disc.r + gap);
    walked.set(spiral, step);
    if (disc.x !== home.x || disc.y !== home.y) moved++;
    const cell = `${Math.floor(disc.x / side)} ${Math.floor(disc.y / side)}`;
    const neighbours = cells.get(cell);
    if (neighbours) neighbours.push(disc);
    else cells.set(cell, [disc]);
  }
  return moved;
}

function isOver({ x, y, r }: Disc, box: Box): boolean {
  const nearX = Math.min(Math.max(x, box.x), box.x + box.width);
  const nearY = Math.min(Math.max(y, box.y), box.y + box.height);
  return Math.hypot(x - nearX, y - nearY) < r;
}
