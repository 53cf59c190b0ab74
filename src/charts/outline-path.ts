/** A point of the plane, in px. */
export type Point = readonly [x: number, y: number];

/** Straight steps that stand for a curve: no eye tells them from it at the sizes that are drawn. */
const STEPS = 24;

/** Numbers that each command of our paths takes. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Z: 0 };

/** The rings that a path fills, as polygons; a command that no chart of ours writes is an error of the code. */
export function outlinePath(d: string): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  let [x, y] = [0, 0];
  for (const [, letter = '', written = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const command = letter.toUpperCase();
    const takes = TAKES[command];
    if (takes === undefined) throw new Error(`A path with "${letter}" cannot be outlined`);
    const numbers = (written.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (command === 'Z') [x, y] = run[0] ?? [x, y];
    for (let i = 0; takes > 0 && i + takes <= numbers.length; i += takes) {
      const [offsetX, offsetY] = letter === command ? [0, 0] : [x, y];
      const given = numbers.slice(i, i + takes);
      const pointAt = (place: number): Point => [given[place]! + offsetX, given[place + 1]! + offsetY];
      const start: Point = [x, y];
      if (command === 'H') x = given[0]! + offsetX;
      else if (command === 'V') y = given[0]! + offsetY;
      else [x, y] = pointAt(takes - 2);
      if (command === 'M' && i === 0) {
        run = [];
        runs.push(run);
      }
      if (command === 'C') run.push(...followCurve(start, pointAt(0), pointAt(2), [x, y]));
      else run.push([x, y]);
    }
  }
  return runs;
}

/** The outline of what a stroke of `width` px along a path covers, its ends cut straight. */
export function outlineStroke(d: string, width: number): Point[][] {
  return outlinePath(d).map((line) => {
    const sides = line.map((point, i) => {
      const [fromX, fromY] = line[i - 1] ?? point;
      const [toX, toY] = line[i + 1] ?? point;
      const length = Math.hypot(toX - fromX, toY - fromY) || 1;
      const across: Point = [((fromY - toY) / length) * (width / 2), ((toX - fromX) / length) * (width / 2)];
      return { point, across };
    });
    return [
      ...sides.map(({ point, across }): Point => [point[0] + across[0], point[1] + across[1]]),
      ...sides.map(({ point, across }): Point => [point[0] - across[0], point[1] - across[1]]).reverse(),
    ];
  });
}

function followCurve(from: Point, first: Point, second: Point, to: Point): Point[] {
  return Array.from({ length: STEPS }, (_, i) => {
    const t = (i + 1) / STEPS;
    const [a, b, c, e] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
    return [
      a * from[0] + b * first[0] + c * second[0] + e * to[0],
      a * from[1] + b * first[1] + c * second[1] + e * to[1],
    ];
  });
}
