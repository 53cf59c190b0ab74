import { rgb } from 'd3';

/** A sheet of the A series, in the drawing's own units. */
export const COVER = { width: 740, height: 1050 } as const;

/** What a brick measures with its joint, and the joint. */
const BRICK = { width: 92.5, height: 35, joint: 5 } as const;

/** A brick stands over half of the two below it. */
const HALF = BRICK.width / 2;

/** Joints stand away from the cover's edges: a cut that is a little off shows none. */
const SHIFT = HALF / 2;

/** Rows that run all around the book. */
const BASE_ROWS = 3;

/** No more rows over them: higher, the wall would be a tower. */
const MOST_ROWS = 13;

/** The wall's last rows begin about here. */
const LAST = COVER.width - 2.5 * BRICK.width;

/** Where the rows that run all around the book end: whatever stands over them is higher. */
export const BASE_TOP = COVER.height - BASE_ROWS * BRICK.height;

/** What a wall is built with. */
export interface WallColours {
  readonly brick: string;
  readonly ground: string;
  /** Of the brick that was laid last. */
  readonly last: string;
}

/** The part of a wall that is drawn, in units from the upper left corner of its cover. */
export interface WallStretch {
  readonly from: number;
  readonly to: number;
  /** On paper: the end that is cut, and how far the wall goes past it and past the foot. */
  readonly cut?: { readonly end: 'from' | 'to'; readonly past: number };
}

/** Where a wall is built. */
export interface WallSite extends WallStretch {
  /** The wall is no higher. */
  readonly top: number;
  /** Words stand before it, on its lowest rows: their top and their right end. */
  readonly words: { readonly top: number; readonly right: number };
}

interface Brick {
  readonly row: number;
  /** Its left edge. */
  readonly x: number;
}

/**
 * A wall that waits for its next bricks: a few whole rows, then rows that begin farther and farther to the right, each held
 * by the one below it, and one last brick of another colour. What it looks like follows from `seed`, not from how much of it
 * is drawn.
 */
export function drawWall(seed: string, colours: WallColours, site: WallSite): string {
  const { brick, ground, last } = colours;
  const starts = startsOfRows(seed, site);
  const tints = [brick, mix(brick, ground, 0.16), mix(brick, '#000000', 0.14)].map((fill) => ({ fill, path: '' }));
  for (const laid of starts.flatMap((start, row) => bricksOf(row, start, site))) {
    tints[isFolded(laid) ? 0 : tintOf(seed, laid)]!.path += outline(laid, site);
  }
  const crown = crownOf(starts);
  const drawn = crown ? [...tints, { fill: last, path: outline(crown, site) }] : tints;
  return drawn.map(({ fill, path }) => (path === '' ? '' : `<path fill="${fill}" d="${path}"/>`)).join('');
}

/** Where each row begins, from the lowest; whole rows have no beginning. */
function startsOfRows(seed: string, { top, words }: WallSite): readonly number[] {
  const chance = seeded(seed);
  const count = Math.min(MOST_ROWS, Math.max(0, Math.floor((BASE_TOP - top) / BRICK.height) - 1));
  const first = words.right + BRICK.joint;
  const starts: number[] = [];
  for (let i = 0; i < count; i++) {
    const row = BASE_ROWS + i;
    const aim = first + (LAST - first) * (i / Math.max(1, count - 1)) + (chance() - 0.5) * 1.6 * BRICK.width;
    const isBesideWords = topOf(row - 1) > words.top;
    const least = Math.max(isBesideWords ? first : 0, (starts.at(-1) ?? first) - HALF);
    starts.push(edgeAfter(row, Math.max(least, Math.min(aim, LAST))));
  }
  return [...Array.from({ length: BASE_ROWS }, () => Number.NEGATIVE_INFINITY), ...starts];
}

/** The last brick lies on the first two of the highest row. */
function crownOf(starts: readonly number[]): Brick | undefined {
  return starts.length > BASE_ROWS ? { row: starts.length, x: starts.at(-1)! + HALF } : undefined;
}

/** The first ones may cross the fold: on a spine they are as long as it takes, so that no joint falls on it. */
function bricksOf(row: number, start: number, { to }: WallSite): readonly Brick[] {
  const bricks: Brick[] = [];
  for (let x = edgeAfter(row, Math.max(start, -BRICK.width)); x < to; x += BRICK.width) bricks.push({ row, x });
  return bricks;
}

/** The first left edge of a brick of that row from there on. */
function edgeAfter(row: number, x: number): number {
  const shift = SHIFT + (row % 2 === 0 ? 0 : HALF);
  return shift + Math.ceil((x - shift) / BRICK.width) * BRICK.width;
}

const topOf = (row: number): number => COVER.height - (row + 1) * BRICK.height;

/** What touches a cut goes past it as far as the rest: one that is a little off finds brick, no joint. */
function outline({ row, x }: Brick, { from, to, cut }: WallStretch): string {
  const past = cut?.past ?? 0;
  const [first, last] = [cut?.end === 'from' ? from + past : from, cut?.end === 'to' ? to - past : to];
  const end = x + BRICK.width - BRICK.joint;
  if (x >= last || end <= first) return '';
  const [left, right] = [x < Math.max(first, 0) ? from : x, end > last ? to : end];
  const height = BRICK.height + (row === 0 ? past : -BRICK.joint);
  return `M${left} ${topOf(row)}h${right - left}v${height}h${left - right}z`;
}

/** Bricks that cross a fold are of one colour: nothing tells where those of the back and of the front meet. */
const isFolded = ({ x }: Brick): boolean => x < 0 || x + BRICK.width > COVER.width;

/** Most bricks are of the plain colour, some lighter, some darker. */
function tintOf(seed: string, { row, x }: Brick): 0 | 1 | 2 {
  const drawn = seeded(`${seed} ${row} ${Math.round(x)}`)();
  return drawn < 0.6 ? 0 : drawn < 0.8 ? 1 : 2;
}

/** A colour with a share of another, as one plain colour: press and black-and-white printers know no transparency. */
function mix(colour: string, other: string, share: number): string {
  const [a, b] = [rgb(colour), rgb(other)];
  return rgb(a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share).formatHex();
}

/** Numbers from 0 to 1 that a text decides: the same wall at every build. */
function seeded(text: string): () => number {
  let state = [...text].reduce((sum, sign) => Math.imul(sum ^ sign.codePointAt(0)!, 0x9e3779b1) >>> 0, 7);
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  next();
  return next;
}
