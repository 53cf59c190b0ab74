/** Px between a tip and what it is about, and from the edges of the window. */
const AWAY = 8;

/** A box in the window, in px. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Px² of near words that a tip covers rather than stand far away. */
const FAR = 3000;

/**
 * Puts a tip beside what it is about, inside the window: over none of its `parts` where there is any such place, and
 * over as few of the `words` that matter with it.
 */
export function placeTip(tip: HTMLElement, about: Element, parts: Iterable<Element>, words: Iterable<Element>): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const at = boxOf(about);
  const { width, height } = tip.getBoundingClientRect();
  const place = (left: number, top: number, cost = 0) => ({
    left: within(left, clientWidth - width),
    top: within(top, clientHeight - height),
    cost,
  });
  const [above, below] = [at.top - height - AWAY, at.bottom + AWAY];
  const middle = (at.left + at.right - width) / 2;
  const places = [
    ...[middle, at.left, at.right - width].flatMap((left) => [place(left, above), place(left, below)]),
    place(at.left - width - AWAY, at.top),
    place(at.right + AWAY, at.top),
    place(middle, 0, FAR),
    place(middle, clientHeight, FAR),
  ];
  const [own, near] = [[...parts].map(boxOf), [...words].map(boxOf)];
  const costs = places.map(({ left, top, cost }) => {
    const box = { left, top, right: left + width, bottom: top + height };
    return cost + covered(box, own) * 1000 + covered(box, near);
  });
  const best = places[costs.indexOf(Math.min(...costs))]!;
  const origin = (tip.offsetParent ?? tip).getBoundingClientRect();
  tip.style.left = `${best.left - origin.left}px`;
  tip.style.top = `${best.top - origin.top}px`;
}

const within = (start: number, room: number): number => Math.max(AWAY / 2, Math.min(start, room - AWAY / 2));

/** Where a part is painted: browsers leave the thickness of a line out of its box. */
function boxOf(part: Element): Box {
  const { left, top, right, bottom } = part.getBoundingClientRect();
  const scale = part instanceof SVGGraphicsElement ? (part.getScreenCTM()?.a ?? 1) : 1;
  const half = (Number(part.getAttribute('stroke-width')) / 2) * scale;
  return { left: left - half, top: top - half, right: right + half, bottom: bottom + half };
}

/** Px² of the boxes that a place covers. */
function covered(place: Box, boxes: readonly Box[]): number {
  return boxes.reduce((sum, box) => {
    const width = Math.min(place.right, box.right) - Math.max(place.left, box.left);
    const height = Math.min(place.bottom, box.bottom) - Math.max(place.top, box.top);
    return sum + Math.max(0, width) * Math.max(0, height);
  }, 0);
}
