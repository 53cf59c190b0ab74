import type { Box } from '../model/drawing.ts';

/** True when two boxes share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The eight seats around a point, best first, for a label of a size at a distance from the point. */
export function seatsAround(x: number, y: number, width: number, height: number, distance: number): Box[] {
  const near = distance * 0.7;
  const seat = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  return [
    seat(x + distance, y - height / 2),
    seat(x - distance - width, y - height / 2),
    seat(x - width / 2, y - distance - height),
    seat(x - width / 2, y + distance),
    seat(x + near, y - near - height),
    seat(x + near, y + near),
    seat(x - near - width, y - near - height),
    seat(x - near - width, y + near),
  ];
}

/**
 * Greedy placement: each label, in the order given, takes its first seat that stays in the bounds and touches neither
 * an obstacle nor a label placed before, `apart` px at its sides; `fits` is asked last.
 * A label without a free seat gets none.
 */
export function placeLabels(
  labels: readonly { readonly seats: readonly Box[]; readonly fits?: ((seat: Box) => boolean) | undefined }[],
  obstacles: readonly Box[],
  bounds: Box,
  apart = 0,
): (Box | undefined)[] {
  const taken = [...obstacles];
  return labels.map(({ seats, fits = () => true }) => {
    const free = seats.find(
      (seat) => isInside(seat, bounds) && !taken.some((box) => overlaps(seat, box)) && fits(seat),
    );
    if (free) taken.push({ ...free, x: free.x - apart, width: free.width + 2 * apart });
    return free;
  });
}

function isInside(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  );
}
