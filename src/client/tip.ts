/** Px between a tip and what it is about, and from the edges of the window. */
const AWAY = 8;

/** A box in the window, in px. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Puts a tip above or below what it is about, inside the window, over none of its parts where there is any such place. */
export function placeTip(tip: HTMLElement, parts: readonly Element[], about: Element): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const taken = parts.map((part) => part.getBoundingClientRect());
  const at = about.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const left = within((at.left + at.right - width) / 2, clientWidth - width);
  const tops = [at.top - height - AWAY, at.bottom + AWAY, AWAY, clientHeight - height - AWAY];
  const places = [
    ...tops.map((top) => ({ left, top })),
    ...[at.left - width - AWAY, at.right + AWAY].map((x) => ({ left: x, top: within(at.top, clientHeight - height) })),
  ].map((place) => ({ ...place, right: place.left + width, bottom: place.top + height }));
  const seen = places.filter(
    (place) => place.left >= 0 && place.right <= clientWidth && place.top >= 0 && place.bottom <= clientHeight,
  );
  const best = [...seen].sort((a, b) => covered(a, taken) - covered(b, taken))[0] ?? { left, top: AWAY };
  const origin = (tip.offsetParent ?? tip).getBoundingClientRect();
  tip.style.left = `${best.left - origin.left}px`;
  tip.style.top = `${best.top - origin.top}px`;
}

const within = (start: number, room: number): number => Math.max(AWAY, Math.min(start, room - AWAY));

/** Px² of the boxes that a place covers. */
function covered(place: Box, boxes: readonly Box[]): number {
  return boxes.reduce((sum, box) => {
    const width = Math.min(place.right, box.right) - Math.max(place.left, box.left);
    const height = Math.min(place.bottom, box.bottom) - Math.max(place.top, box.top);
    return sum + Math.max(0, width) * Math.max(0, height);
  }, 0);
}
