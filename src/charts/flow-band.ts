import { measure } from '../text/measure.ts';
import type { FlowLink, FlowNode } from './flow.ts';
import { drawBars, drawHidden, type FlowInk, hiddenEnds, type Label, ribbonMark } from './flow-ink.ts';
import { extentOf, layRibbons, type Ribbon, type Seat, seatStops } from './flow-seats.ts';
import type { Stop } from './flow-stops.ts';
import { at, type Block, balancedBlock, type DrawnMark, drawBlock, lineWidth, SIZE } from './svg.ts';

/** A column of a band: its stops, the title above it, and what is written beside a node, set no wider than a width. */
export interface BandColumn {
  readonly stops: readonly Stop[];
  readonly title: string;
  readonly label: (node: FlowNode, width: number) => Label;
  /** All labels that the column is made wide enough for: its own, and those of the same column in other exercices. */
  readonly measured: readonly ((width: number) => Label)[];
}

/** A run of columns from left to right, drawn from `x` and `y`; `scale` in px for one unit of value. */
interface Band {
  readonly columns: readonly BandColumn[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly scale: number;
  /** The links that it shows, all those of its nodes unless told. */
  readonly isHere?: (link: FlowLink) => boolean;
  /** Where nothing else is left to try: words too long are broken rather than refused. */
  readonly breaks?: boolean;
}

/** What a band draws: ribbons, what each node has there, titles; `height` in px. */
export interface DrawnBand {
  readonly ribbons: readonly DrawnMark[];
  readonly nodes: ReadonlyMap<FlowNode, string>;
  readonly titles: string;
  readonly height: number;
}

/** Px: thickness of an outer node, of each bar of an inner one, from a bar to its label, least and wished between columns. */
const OUTER = 10;
const INNER = 5;
const PAD = 7;
const LEAST_RUN = 34;
const GAP = 9;
const HIDDEN = 16;

/**
 * Draws a band: names of the first column at its left, of the last at its right, those between inside their node, so
 * that no ribbon passes under a label. Undefined where the words leave no room for ribbons.
 */
export function drawBand(ink: FlowInk, { columns, x, y, width, scale, isHere, breaks }: Band): DrawnBand | undefined {
  const widths = shareWidth(columns, width, breaks);
  if (!widths) return undefined;
  const last = columns.length - 1;
  const fixed = columns.map((_, i) => (i === 0 || i === last ? OUTER + PAD : 2 * (INNER + PAD)));
  const run = last === 0 ? 0 : (width - sum(widths) - sum(fixed)) / last;
  const lefts: number[] = [];
  columns.reduce((left, _, i) => {
    lefts.push(left);
    return left + widths[i]! + fixed[i]! + run;
  }, x);
  const rights = lefts.map((left, i) => left + widths[i]! + fixed[i]!);

  const labels = new Map<Stop, Label>();
  columns.forEach(({ stops, label }, i) => {
    for (const stop of stops) if (stop.node) labels.set(stop, label(stop.node, widths[i]!));
  });
  const titles = columns.map(({ title }, i) =>
    balancedBlock(title, widths[i]! + (i === 0 || i === last ? 0 : fixed[i]!), SIZE.small, 600),
  );
  const head = Math.max(0, ...titles.map(({ height }) => height));
  const top = y + head + (head ? 8 : 0);
  const stops = columns.map((column) => column.stops);
  const room = { gap: GAP, leastOf: (stop: Stop) => labels.get(stop)?.height ?? 0 };
  const extent = extentOf(stops, scale, room);
  // On whole px: edges are sharp, and coordinates short.
  const seats = new Map(
    [...seatStops(stops, scale, room, extent)].map(([stop, { start, length }]) => [
      stop,
      { start: Math.round(start), length },
    ]),
  );

  const index = new Map(stops.flatMap((column, i) => column.map((stop) => [stop, i] as const)));
  const ribbons = [...layRibbons(stops, seats, scale)]
    .sort(([, [a]], [, [b]]) => b!.thickness - a!.thickness)
    .map(([link, parts]) => ribbonMark(ink, link, parts[0]!.thickness, pathOf(parts, index, { lefts, rights, top })));
  const nodes = new Map<FlowNode, string>();
  for (const [stop, i] of index) {
    if (!stop.node) continue;
    const place = i === 0 ? 'first' : i === last ? 'last' : 'inner';
    const box = { place, left: lefts[i]!, right: rights[i]!, top, scale, isHere } as const;
    nodes.set(stop.node, drawNode(ink, stop.node, seats.get(stop)!, labels.get(stop)!, box));
  }
  return {
    ribbons,
    nodes,
    titles: titles.map((title, i) => drawTitle(ink, title, i, last, lefts[i]!, rights[i]!, y + head)).join(''),
    height: top + extent - y,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Px for the words of each column: every word whole, the rest shared by need while ribbons keep room to be followed. */
function shareWidth(columns: readonly BandColumn[], width: number, breaks = false): number[] | undefined {
  const last = columns.length - 1;
  const asked = columns.map(askedWidths);
  const least = asked.map(({ word }) => Math.max(48, word));
  const wished = asked.map(({ line }) => Math.min(line, Math.max(120, width * 0.2)));
  const fixed = 2 * (OUTER + PAD) + Math.max(0, last - 1) * 2 * (INNER + PAD);
  const room = width - fixed - sum(least);
  if (room < last * LEAST_RUN) {
    if (!breaks) return undefined;
    return least.map((px) => (px * (width - fixed - last * LEAST_RUN)) / sum(least));
  }
  const spare = Math.max(0, room - last * Math.max(48, width * 0.09));
  const lacks = columns.map((_, i) => Math.max(0, wished[i]! - least[i]!));
  const share = Math.min(1, spare / (sum(lacks) || 1));
  return least.map((px, i) => px + lacks[i]! * share);
}

/** Width under which a word or an amount of a column would break, and that at which every name stands on one line. */
function askedWidths({ measured, title }: BandColumn): { word: number; line: number } {
  let [word, line] = [Math.max(...title.split(' ').map((one) => lineWidth(one, SIZE.small, 600))), 0];
  for (const label of measured) {
    const { name, amount, width } = label(Number.MAX_SAFE_INTEGER);
    const words = name.lines.flatMap((one) => one.split(' ')).map((one) => measure(one, name.size, name.weight));
    word = Math.max(word, amount.width, ...words);
    line = Math.max(line, width);
  }
  return { word: Math.ceil(word), line: Math.ceil(line) };
}

interface Spans {
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
  readonly top: number;
}

/** The middle line of a ribbon, straight through the columns that its link skips. */
function pathOf(parts: readonly Ribbon[], index: ReadonlyMap<Stop, number>, { lefts, rights, top }: Spans): string {
  return parts
    .map(({ from, to, start, end }, i) => {
      const [x1, x2] = [rights[index.get(from)!]!, lefts[index.get(to)!]!];
      const [y1, y2] = [at(top + start), at(top + end)];
      const middle = at((x1 + x2) / 2);
      return `${i === 0 ? `M${at(x1)} ${y1}` : `L${at(x1)} ${y1}`}C${middle} ${y1} ${middle} ${y2} ${at(x2)} ${y2}`;
    })
    .join('');
}

interface Box {
  readonly place: 'first' | 'inner' | 'last';
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly scale: number;
  readonly isHere: ((link: FlowLink) => boolean) | undefined;
}

function drawNode(
  ink: FlowInk,
  node: FlowNode,
  { start, length }: Seat,
  { name, amount, height }: Label,
  { place, left, right, top, scale, isHere }: Box,
): string {
  const { frame } = ink;
  const barTop = top + start;
  const bar = (from: number, width: number) => `M${at(from)} ${at(barTop)}h${width}v${at(length)}h-${width}z`;
  const bars = {
    first: bar(right - OUTER, OUTER),
    inner: bar(left, INNER) + bar(right - INNER, INNER),
    last: bar(left, OUTER),
  }[place];
  const plate =
    place === 'inner'
      ? `<path fill="${frame.palette.faint}" d="M${at(left)} ${at(barTop)}h${at(right - left)}v${at(length)}h${at(left - right)}z"/>`
      : '';
  const ends = hiddenEnds(node, length, scale, isHere)
    .filter(({ side }) => (side === 'in' ? place !== 'first' : place !== 'last'))
    .map(({ side, from, thickness }) =>
      drawHidden(frame, side === 'out' ? right : left - HIDDEN, barTop + from, HIDDEN, thickness),
    )
    .join('');
  const anchor = ({ first: 'end', inner: 'middle', last: 'start' } as const)[place];
  const x = { first: right - OUTER - PAD, inner: (left + right) / 2, last: left + OUTER + PAD }[place];
  const labelTop = barTop + Math.round((length - height) / 2);
  return [
    plate,
    drawBars(ink, node, bars),
    ends,
    drawBlock(frame, name, x, labelTop, { anchor }),
    drawBlock(frame, amount, x, labelTop + name.height, { anchor, fill: frame.palette.soft }),
  ].join('');
}

/** A column's title stands over its names, its last line on one level with the others'. */
function drawTitle(
  { frame }: FlowInk,
  title: Block,
  i: number,
  last: number,
  left: number,
  right: number,
  bottom: number,
): string {
  const anchor = i === 0 ? 'end' : i === last ? 'start' : 'middle';
  const x = { end: right - OUTER - PAD, start: left + OUTER + PAD, middle: (left + right) / 2 }[anchor];
  return drawBlock(frame, title, x, bottom - title.height, { anchor, fill: frame.palette.soft });
}
