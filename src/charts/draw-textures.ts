import type { Frame } from '../model/drawing.ts';
import { outlinePath, outlineStroke, type Point } from './outline-path.ts';
import { readTexture, type Tile } from './textures.ts';

/** A path that one of our textures paints, inside or along it. */
const WOVEN = /<path fill="(?:none" stroke=")?(url\(#[\w-]+-[tv]\d\))"(?: stroke-width="([\d.]+)")? d="([^"]*)"\/>/g;

/** Textures as lines cut to what they cover: browsers print a pattern as a picture made of pixels. */
export function drawTextures(frame: Frame, body: string): string {
  return body.replace(WOVEN, (_, paint: string, width: string | undefined, d: string) => {
    const { tile, ink } = readTexture(frame, paint);
    const strokes = weave(tile, width === undefined ? outlinePath(d) : outlineStroke(d, Number(width)));
    const isDotted = tile.threads === 'dots';
    return strokes
      ? `<path fill="none" stroke="${ink}" stroke-width="${tile.width}"${isDotted ? ' stroke-linecap="round"' : ''} d="${strokes}"/>`
      : '';
  });
}

/** The strokes of a tile repeated over the rings of an outline, and cut at its edges; dots are whole or left out. */
function weave({ side, turn, width, threads }: Tile, rings: readonly (readonly Point[])[]): string {
  const edges = edgesOf(rings.map((ring) => ring.map((point) => rotate(point, -turn))));
  const points = edges.flat();
  if (points.length === 0) return '';
  const bounds = (axis: 0 | 1): readonly [number, number] => [
    Math.floor(Math.min(...points.map((point) => point[axis])) / side) - 1,
    Math.ceil(Math.max(...points.map((point) => point[axis])) / side) + 1,
  ];
  const [[left, right], [top, bottom]] = [bounds(0), bounds(1)];
  const range = ([from, to]: readonly [number, number]) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const [columns, rows] = [range([left, right]), range([top, bottom])];
  const across = (y: number) => cut([left * side, y], [right * side, y], edges);
  const down = (x: number) => cut([x, top * side], [x, bottom * side], edges);
  // Lines of a pattern stand at the edge of its tile, dots in its middle.
  const half = side / 2;
  const drawn: (readonly [Point, Point])[] =
    threads === 'across'
      ? rows.flatMap((row) => across(row * side + width / 2))
      : threads === 'down'
        ? columns.flatMap((column) => down(column * side + width / 2))
        : threads === 'both'
          ? [...rows.flatMap((row) => across(row * side)), ...columns.flatMap((column) => down(column * side))]
          : threads === 'waves'
            ? rows.flatMap((row) =>
                columns.flatMap((column) => {
                  const [x, y] = [column * side, row * side + (3 * side) / 4];
                  const peak: Point = [x + half, y - half];
                  return [...cut([x, y], peak, edges), ...cut(peak, [x + side, y], edges)];
                }),
              )
            : rows.flatMap((row) =>
                across(row * side + half).flatMap(([from, to]) =>
                  columns
                    .map((column): Point => [column * side + half, row * side + half])
                    .filter(([x]) => x > from[0] + width / 3 && x < to[0] - width / 3)
                    .map((dot) => [dot, dot] as const),
                ),
              );
  return drawn.map(([from, to]) => write(rotate(from, turn), rotate(to, turn))).join('');
}

const rotate = ([x, y]: Point, degrees: number): Point => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [x * cos - y * sin, x * sin + y * cos];
};

const edgesOf = (rings: readonly (readonly Point[])[]): (readonly [Point, Point])[] =>
  rings.flatMap((ring) => ring.map((point, i) => [point, ring[(i + 1) % ring.length]!] as const));

/** The parts of a segment that lie inside rings, by the rule of SVG: what goes round a point any number of times holds it. */
function cut(from: Point, to: Point, edges: readonly (readonly [Point, Point])[]): (readonly [Point, Point])[] {
  const [alongX, alongY] = [to[0] - from[0], to[1] - from[1]];
  const sideOf = ([x, y]: Point) => alongX * (y - from[1]) - alongY * (x - from[0]);
  // Where the whole line of the segment goes in and out: before its start too, which tells whether it starts inside.
  const crossings = edges.flatMap(([a, b]) => {
    const [sideA, sideB] = [sideOf(a), sideOf(b)];
    if (sideA >= 0 === sideB >= 0) return [];
    const share = sideA / (sideA - sideB);
    const [x, y] = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
    const at = ((x - from[0]) * alongX + (y - from[1]) * alongY) / (alongX ** 2 + alongY ** 2);
    return [{ at, turns: sideA >= 0 ? 1 : -1 }];
  });
  crossings.sort((one, other) => one.at - other.at);
  const pointAt = (at: number): Point => [from[0] + at * alongX, from[1] + at * alongY];
  const parts: (readonly [Point, Point])[] = [];
  let turns = 0;
  crossings.forEach(({ at, turns: more }, i) => {
    turns += more;
    const [start, end] = [Math.max(0, at), Math.min(1, crossings[i + 1]?.at ?? at)];
    if (turns !== 0 && start < end) parts.push([pointAt(start), pointAt(end)]);
  });
  return parts;
}

/** Short, as there are thousands: a stroke from one point to another, both on a tenth of a px; a dot is a stroke that goes nowhere. */
function write([x1, y1]: Point, [x2, y2]: Point): string {
  const [x, y, acrossBy, downBy] = [x1, y1, x2 - x1, y2 - y1].map((value) => String(Math.round(value * 10) / 10 || 0));
  if (acrossBy === '0' && downBy === '0') return x1 === x2 && y1 === y2 ? `M${x} ${y}h.01` : '';
  return `M${x} ${y}l${acrossBy} ${downBy}`;
}
