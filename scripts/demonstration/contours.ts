import { breakLine } from './break-line.ts';

/** A point of the fictional plan: x to the east, y to the north. */
export type Point = readonly [x: number, y: number];

/** Where borders meet: o on the region's outline, i inside it, b on the edge of the picture. */
const NODES = {
  o1: [2.2, 7.3],
  o2: [5.2, 7.3],
  o3: [8.9, 5.3],
  o4: [8.3, 3.5],
  o5: [6.4, 0.9],
  o6: [3.3, 0.6],
  o7: [0.8, 1.9],
  o8: [1.1, 4.4],
  i1: [4.4, 4.2],
  i2: [5.9, 3.3],
  b1: [1.4, 14],
  b2: [20, 14],
  b3: [20, 6],
  b4: [20, -6],
  b5: [3.8, -6],
  b6: [-1.2, -6],
} as const satisfies Record<string, Point>;

/** Borders, from node to node; the edge of the picture is straight, the others are broken by chance. */
const BORDERS = [
  'o1-o2', 'o2-o3', 'o3-o4', 'o4-o5', 'o5-o6', 'o6-o7', 'o7-o8', 'o8-o1',
  'o2-i1', 'o8-i1', 'i1-i2', 'i2-o4', 'i2-o5',
  'o1-b1', 'b1-b2', 'b2-b3', 'b3-o3', 'b3-b4', 'b4-b5', 'b5-o6', 'b5-b6', 'b6-o7',
] as const; // biome-ignore format: a list of borders reads by line
const STRAIGHT: ReadonlySet<string> = new Set(['b1-b2', 'b2-b3', 'b3-b4', 'b4-b5', 'b5-b6']);

interface Area {
  readonly code: string;
  readonly nom: string;
  /** Nodes along the border, clockwise as seen with the north up. */
  readonly ring: readonly (keyof typeof NODES)[];
}

/** The four territories. */
export const TERRITORIES: readonly Area[] = [
  { code: 'T1', nom: 'Territoire 1', ring: ['o1', 'o2', 'i1', 'o8'] },
  { code: 'T2', nom: 'Territoire 2', ring: ['o2', 'o3', 'o4', 'i2', 'i1'] },
  { code: 'T3', nom: 'Territoire 3', ring: ['o5', 'o6', 'o7', 'o8', 'i1', 'i2'] },
  { code: 'T4', nom: 'Territoire 4', ring: ['o4', 'o5', 'i2'] },
];

/** What lies around them. */
export const NEIGHBOURS: readonly Area[] = [
  { code: 'V1', nom: 'Voisin 1', ring: ['o1', 'b1', 'b2', 'b3', 'o3', 'o2'] },
  { code: 'V2', nom: 'Voisin 2', ring: ['b3', 'b4', 'b5', 'o6', 'o5', 'o4', 'o3'] },
  { code: 'V3', nom: 'Voisin 3', ring: ['o6', 'b5', 'b6', 'o7'] },
];

/** How a border strays. */
const STRAYING = { halvings: 5, stray: 0.11 };
/** Degrees a unit of the plan, around latitude 0 and longitude 0, far from any land. */
const DEGREES = 0.3;

/** A point of the plan as longitude and latitude, to four decimals. */
export function toDegrees([x, y]: Point): Point {
  return [round((x - 4.8) * DEGREES), round((y - 4) * DEGREES)];
}

/** A place in degrees as a point of the plan. */
export function toPlan([longitude, latitude]: Point): Point {
  return [longitude / DEGREES + 4.8, latitude / DEGREES + 4];
}

/** The outline of an area in the plan: to share it out, and to tell whether a point lies inside. */
export function outlineOf({ ring }: Area): readonly Point[] {
  return sidesOf(ring).flatMap(({ border, reversed }) => {
    const points = drawBorder(border);
    return (reversed ? points.toReversed() : points).slice(1);
  });
}

function sidesOf(ring: Area['ring']) {
  return ring.map((from, index) => {
    const to = ring[(index + 1) % ring.length]!;
    const border = BORDERS.find((name) => name === `${from}-${to}` || name === `${to}-${from}`);
    if (!border) throw new Error(`No border between ${from} and ${to}`);
    return { border, reversed: border !== `${from}-${to}` };
  });
}

/** A border in the plan. */
function drawBorder(border: (typeof BORDERS)[number]): readonly Point[] {
  const [from, to] = border.split('-') as [keyof typeof NODES, keyof typeof NODES];
  const line: readonly Point[] = [NODES[from], NODES[to]];
  return STRAIGHT.has(border) ? line : breakLine(line, `border ${border}`, STRAYING);
}

function round(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
