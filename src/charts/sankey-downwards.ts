import type { Frame } from '../model/drawing.ts';
import type { FlowNode } from './flow.ts';
import {
  amountOf,
  drawBars,
  drawHidden,
  type FlowInk,
  hiddenEnds,
  type Label,
  labelOf,
  nodeMark,
  ribbonMark,
} from './flow-ink.ts';
import { fitScale, layRibbons, type Seat, seatStops } from './flow-seats.ts';
import { type Stop, stopsOf } from './flow-stops.ts';
import { printCell } from './rows.ts';
import { at, type Block, type DrawnMark, drawBlock, drawLine, SIZE } from './svg.ts';
import { seatInTiers, type Tiered } from './tiers.ts';

/** Px: thickness of a node's bar, between nodes, length of a hatched end. */
const BAR = 9;
const GAP = 6;
const HIDDEN = 18;

/** Length in px of the ribbons between two rows: longer where there are two rows only. */
const stepOf = (rows: number): number => (rows < 3 ? 220 : 150);

/** What a layout draws: marks, what stands under them, its height and px for one unit of value. */
export interface LaidFlow {
  readonly marks: readonly DrawnMark[];
  readonly under: string;
  readonly height: number;
  readonly scale: number;
  /** Columns drawn as rows. */
  readonly turned?: boolean;
}

/**
 * Columns as rows from top to bottom, their names beyond the first and the last row and inside the nodes between.
 * Undefined where names leave no room, and where a link skips a row: its ribbon would pass over names.
 */
export function drawDownwards(ink: FlowInk, colonnes: readonly string[], y: number): LaidFlow | undefined {
  const { flow, frame } = ink;
  const stops = stopsOf(flow);
  if (stops.some((row) => row.some(({ node }) => !node))) return undefined;
  const last = flow.columns.length - 1;
  const plates = new Map(
    flow.columns
      .slice(1, -1)
      .flat()
      .map((node) => [node, plateOf(ink, node)] as const),
  );
  // Nodes at the ends stand apart enough for their names, set in two lines, to fit between each other's leaders.
  const crowd = Math.max(flow.columns[0]!.length, flow.columns[last]!.length);
  const apart = Math.min(56, (frame.width / crowd) * 0.9 - 6);
  const room = { gap: GAP, leastOf: ({ node }: Stop) => plates.get(node!)?.width ?? apart };
  const scale = fitScale(stops, room, frame.width);
  if (!scale) return undefined;
  const seated = seatStops(stops, scale, room, frame.width);
  const seats = new Map([...seated].map(([{ node }, seat]) => [node!, seat]));
  const above = tierRow(ink, flow.columns[0]!, seats);
  const below = last > 0 ? tierRow(ink, flow.columns[last]!, seats) : NO_ROW;
  if (!above || !below) return undefined;

  const head = colonnes.length ? 24 : 0;
  const bands: { top: number; bottom: number }[] = [];
  let next = y + head + above.height;
  flow.columns.forEach((column, i) => {
    const isEnd = i === 0 || i === last;
    const depth = isEnd ? BAR : 2 * BAR + 8 + Math.max(...column.map((node) => plates.get(node)!.height));
    bands.push({ top: next, bottom: next + depth });
    next += depth + (i === last ? 0 : stepOf(flow.columns.length));
  });
  const bandOf = new Map(flow.columns.flatMap((column, i) => column.map((node) => [node, bands[i]!] as const)));
  const marks: DrawnMark[] = [...layRibbons(stops, seated, scale)]
    .sort(([, [a]], [, [b]]) => b!.thickness - a!.thickness)
    .map(([link, [ribbon]]) => {
      const { start, end, thickness } = ribbon!;
      const [y1, y2] = [bandOf.get(link.from)!.bottom, bandOf.get(link.to)!.top];
      const middle = at((y1 + y2) / 2);
      const d = `M${at(start)} ${at(y1)}C${at(start)} ${middle} ${at(end)} ${middle} ${at(end)} ${at(y2)}`;
      return ribbonMark(ink, link, thickness, d);
    });
  for (const [node, { top, bottom }] of bandOf) {
    const seat = seats.get(node)!;
    const plate = plates.get(node);
    const bar = (barTop: number) => `M${at(seat.start)} ${at(barTop)}h${at(seat.length)}v${BAR}h${at(-seat.length)}z`;
    const bars = drawBars(ink, node, `${bar(top)}${plate ? bar(bottom - BAR) : ''}`);
    const hidden = hiddenEnds(node, seat.length, scale)
      .map(({ side, from, thickness }) =>
        drawHidden(frame, seat.start + from, side === 'out' ? bottom : top - HIDDEN, thickness, HIDDEN),
      )
      .join('');
    const label = plate
      ? drawPlate(frame, plate, seat, top)
      : drawLeader(frame, seat, { top, bottom }, above.labels.get(node) ?? below.labels.get(node)!, above, below);
    marks.push(nodeMark(ink, node, bars + hidden + label));
  }
  const said = `De haut en bas : ${flow.columns.flatMap(([node]) => colonnes[node!.column] ?? []).join(', ')}`;
  const title = head ? drawLine(frame, said, 0, y + 9, SIZE.small, 600, { fill: frame.palette.soft }) : '';
  return { marks, under: title, height: next + below.height - y, scale, turned: true };
}

interface TierRow {
  readonly labels: ReadonlyMap<FlowNode, Tiered>;
  readonly height: number;
  /** Distance from the nodes at which each line of labels starts. */
  readonly tops: readonly number[];
}

const NO_ROW: TierRow = { labels: new Map(), height: 0, tops: [] };

/** Labels of the first or the last row, in one line or two beyond it. */
function tierRow(ink: FlowInk, row: readonly FlowNode[], seats: ReadonlyMap<FlowNode, Seat>): TierRow | undefined {
  const tiered = seatInTiers(
    row.map((node) => seats.get(node)!.start + seats.get(node)!.length / 2),
    ink.frame.width,
    row.map((node) => [
      { text: node.short, size: 13, weight: 600 },
      { text: printCell(node.cell, ink.unit), size: SIZE.note, weight: 400 },
    ]),
  );
  if (!tiered) return undefined;
  const tops: number[] = [];
  let height = 10;
  for (let tier = 0; tier <= Math.max(...tiered.map((one) => one.tier)); tier++) {
    tops.push(height);
    height += Math.max(0, ...tiered.filter((one) => one.tier === tier).map((one) => one.height)) + 10;
  }
  return { labels: new Map(row.map((node, i) => [node, tiered[i]!])), height: height - 6, tops };
}

function plateOf(ink: FlowInk, node: FlowNode): Label {
  return labelOf(node.short, amountOf(ink, node), Math.max(64, (ink.frame.width - 40) / 4), {
    size: SIZE.note,
    amountWidth: 120,
  });
}

function drawPlate(frame: Frame, plate: Label, { start, length }: Seat, top: number): string {
  const middle = start + length / 2;
  const centre = Math.min(frame.width - plate.width / 2, Math.max(plate.width / 2, middle));
  return stack(frame, [plate.name, plate.amount], centre, top + BAR + 4);
}

function drawLeader(
  frame: Frame,
  seat: Seat,
  band: { top: number; bottom: number },
  label: Tiered,
  above: TierRow,
  below: TierRow,
): string {
  const middle = seat.start + seat.length / 2;
  const up = [...above.labels.values()].includes(label);
  const distance = (up ? above : below).tops[label.tier]!;
  const foot = up ? band.top : band.bottom;
  const tip = up ? foot - distance + 3 : foot + distance - 3;
  const elbow = Math.min(Math.max(middle, label.x - label.width / 2 + 4), label.x + label.width / 2 - 4);
  const leader = `<path fill="none" stroke="${frame.palette.soft}" d="M${at(middle)} ${at(foot)}V${at(up ? tip + 4 : tip - 4)}L${at(elbow)} ${at(tip)}"/>`;
  return leader + stack(frame, label.text, label.x, up ? foot - distance - label.height : foot + distance);
}

/** Blocks of text one under the other, centred; those after the first are soft. */
function stack(frame: Frame, blocks: readonly Block[], x: number, top: number): string {
  let y = top;
  return blocks
    .map((one, i) => {
      const svg = drawBlock(frame, one, x, y, { anchor: 'middle', ...(i > 0 ? { fill: frame.palette.soft } : {}) });
      y += one.height;
      return svg;
    })
    .join('');
}
