import { spread } from './spread.ts';
import { type Block, block } from './svg.ts';

/** A label in the margin of a row of nodes: where it stands, and in which line of labels (0 is next to the nodes). */
export interface Tiered {
  readonly text: readonly Block[];
  readonly x: number;
  readonly tier: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 8;

/**
 * Seats labels above or below a row of points so that no leader crosses a label: one line of labels where they fit,
 * else two, every second label in the far line, its leader running between the near ones. `setIn` sets a label's blocks
 * in a width; undefined where a label would have to be broken inside a word.
 */
export function seatInTiers(
  points: readonly number[],
  width: number,
  setIn: (index: number, width: number) => readonly Block[] | undefined,
): Tiered[] | undefined {
  return oneTier(points, width, setIn) ?? twoTiers(points, width, setIn, 0) ?? twoTiers(points, width, setIn, 1);
}

type SetIn = Parameters<typeof seatInTiers>[2];

function oneTier(points: readonly number[], width: number, setIn: SetIn): Tiered[] | undefined {
  const room = (width - GAP * (points.length - 1)) / points.length;
  const set = points.map((_, i) => setIn(i, room));
  if (set.some((blocks) => !blocks)) return undefined;
  return line(points, set as readonly (readonly Block[])[], 0, 0, width);
}

/** `first` is the place in the row of the first label next to the nodes: 0 or 1. */
function twoTiers(points: readonly number[], width: number, setIn: SetIn, first: 0 | 1): Tiered[] | undefined {
  const seated: Tiered[] = [];
  const near = points.map((_, i) => i).filter((i) => i % 2 === first);
  const far = points.map((_, i) => i).filter((i) => i % 2 !== first);
  for (const i of near) {
    const from = i > 0 ? points[i - 1]! + 5 : 0;
    const to = i < points.length - 1 ? points[i + 1]! - 5 : width;
    const blocks = setIn(i, to - from);
    if (!blocks) return undefined;
    seated[i] = line([points[i]!], [blocks], 0, from, to)[0]!;
  }
  const room = (width - GAP * (far.length - 1)) / far.length;
  const farSet = far.map((i) => setIn(i, room));
  if (farSet.some((blocks) => !blocks)) return undefined;
  line(
    far.map((i) => points[i]!),
    farSet as readonly (readonly Block[])[],
    1,
    0,
    width,
  ).forEach((tiered, i) => {
    seated[far[i]!] = tiered;
  });
  return seated;
}

function line(
  points: readonly number[],
  set: readonly (readonly Block[])[],
  tier: number,
  from: number,
  to: number,
): Tiered[] {
  const widths = set.map((blocks) => Math.max(...blocks.map((one) => one.width)));
  const starts = spread(
    points.map((point, i) => point - widths[i]! / 2),
    widths,
    from,
    to,
    GAP,
  );
  return set.map((text, i) => ({
    text,
    tier,
    x: starts[i]! + widths[i]! / 2,
    width: widths[i]!,
    height: text.reduce((sum, one) => sum + one.height, 0),
  }));
}

/** Sets a text in a width unless that would break one of its words. */
export function setWhole(text: string, width: number, size: number, weight: Block['weight']): Block | undefined {
  const set = block(text, width, size, weight);
  const words = set.lines.join(' ').split(' ').length;
  const unbroken = block(text, 10_000, size, weight).lines.join(' ').split(' ').length;
  return words === unbroken && set.width <= width ? set : undefined;
}
