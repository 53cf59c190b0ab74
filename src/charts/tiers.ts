import { measure } from '../text/measure.ts';
import { typo } from '../text/typography.ts';
import { spread } from './spread.ts';
import { type Block, block } from './svg.ts';

/** A label in the margin of a row of points: its middle, and the line of labels it stands in (0 is next to the points). */
export interface Tiered {
  readonly text: readonly Block[];
  readonly x: number;
  readonly tier: number;
  readonly width: number;
  readonly height: number;
}

/** A text to be set, with its size and weight. */
interface Line {
  readonly text: string;
  readonly size: number;
  readonly weight: Block['weight'];
}

/** Room in px between labels, and between a label and a leader that passes beside it. */
const GAP = 8;
const LEADER = 4;
const MOST_TIERS = 3;
/** Above this many points no seats are looked for: the ways to share them among the lines grow too many. */
const MOST_POINTS = 9;
const WIDEST = 150;

/**
 * Seats a label for each point of a row, in as few lines as can be (three at most), so that no leader from a point to
 * its label crosses another label; undefined where no way of sharing the lines leaves every word whole.
 */
export function seatInTiers(
  points: readonly number[],
  width: number,
  labels: readonly (readonly Line[])[],
): Tiered[] | undefined {
  if (points.length > MOST_POINTS) return undefined;
  const least = labels.map((lines) => Math.max(...lines.map(longestWord)));
  for (let tiers = 1; tiers <= MOST_TIERS; tiers++) {
    for (const assignment of assignments(points.length, tiers)) {
      const groups = groupsOf(assignment, points, width);
      if (groups.every((group) => roomFor(group, least) >= 0))
        return groups.flatMap((group) => seatGroup(group, points, least, labels)).sort((a, b) => a.index - b.index);
    }
  }
  return undefined;
}

/** Labels of one line that stand between two leaders (or edges), and the room between them. */
interface Group {
  readonly tier: number;
  readonly members: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Ways of giving each point a line, those that use the near lines most first. */
function assignments(count: number, tiers: number): number[][] {
  const all = Array.from({ length: tiers ** count }, (_, code) =>
    Array.from({ length: count }, (__, i) => Math.floor(code / tiers ** i) % tiers),
  );
  const height = (assignment: readonly number[]) => assignment.reduce((sum, tier) => sum + tier, 0);
  return all.filter((assignment) => assignment.includes(tiers - 1)).sort((a, b) => height(a) - height(b));
}

/** Labels of a line are kept apart by the leaders of the lines beyond it. */
function groupsOf(assignment: readonly number[], points: readonly number[], width: number): Group[] {
  const groups: Group[] = [];
  for (let tier = 0; tier <= Math.max(...assignment); tier++) {
    let members: number[] = [];
    let from = 0;
    for (let i = 0; i <= points.length; i++) {
      if (i < points.length && assignment[i]! < tier) continue;
      if (i < points.length && assignment[i] === tier) {
        members.push(i);
        continue;
      }
      if (members.length) groups.push({ tier, members, from, to: i < points.length ? points[i]! - LEADER : width });
      members = [];
      from = i < points.length ? points[i]! + LEADER : width;
    }
  }
  return groups;
}

function roomFor({ members, from, to }: Group, least: readonly number[]): number {
  return to - from - members.reduce((sum, i) => sum + least[i]! + GAP, -GAP);
}

function seatGroup(
  group: Group,
  points: readonly number[],
  least: readonly number[],
  labels: readonly (readonly Line[])[],
): (Tiered & { index: number })[] {
  const { tier, members, from, to } = group;
  const spare = roomFor(group, least) / members.length;
  const set = members.map((i) =>
    labels[i]!.map(({ text, size, weight }) => block(text, Math.min(WIDEST, least[i]! + spare + 0.01), size, weight)),
  );
  const widths = set.map((blocks) => Math.max(...blocks.map((one) => one.width)));
  const starts = spread(
    members.map((i, rank) => points[i]! - widths[rank]! / 2),
    widths,
    from,
    to,
    GAP,
  );
  return members.map((index, rank) => ({
    index,
    tier,
    text: set[rank]!,
    x: starts[rank]! + widths[rank]! / 2,
    width: widths[rank]!,
    height: set[rank]!.reduce((sum, one) => sum + one.height, 0),
  }));
}

/** Width under which a text would be broken inside a word. */
function longestWord({ text, size, weight }: Line): number {
  return Math.max(
    ...typo(text)
      .split(' ')
      .map((word) => measure(word, size, weight)),
  );
}
