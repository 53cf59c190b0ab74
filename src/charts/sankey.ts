import type { Drawing, Frame } from '../model/drawing.ts';
import type { Unit } from '../model/unit.ts';
import { formatNumber } from '../text/number.ts';
import { bars } from './bars.ts';
import { coloursOf } from './colours.ts';
import {
  connectedWith,
  type Flow,
  type FlowLink,
  type FlowNode,
  type FlowTables,
  layRibbons,
  type Ribbon,
  readFlow,
  type Seat,
  seatNodes,
  sumOf,
} from './flow.ts';
import { markKey, printCell, sayCell, unitOf } from './rows.ts';
import {
  at,
  type Block,
  block,
  type DrawnMark,
  drawBlock,
  drawLine,
  drawNothing,
  finish,
  hatch,
  isNarrow,
  SIZE,
} from './svg.ts';
import { seatInTiers, type Tiered } from './tiers.ts';

interface SankeyOptions {
  /** Names of the columns, from the first to the last. */
  readonly colonnes?: readonly string[];
}

const NODE = 12;
const GAP = 12;
/** Length in px of the hatched end that stands for links not shown. */
const HIDDEN = 18;

interface Ink {
  readonly flow: Flow;
  readonly unit: Unit;
  readonly frame: Frame;
  readonly colours: ReadonlyMap<string, string>;
}

/** Flows between ordered columns of nodes, in the author's order: sideways when wide, downwards when narrow. */
export function sankey(tables: FlowTables, options: SankeyOptions, frame: Frame): Drawing {
  if (tables.noeuds.rows.length === 0) return drawNothing(frame);
  const flow = readFlow(tables);
  const unit = unitOf(tables.liens, 'montant');
  const first = flow.columns[0] ?? [];
  const colours = coloursOf(
    first.map(({ id }) => id),
    (id) => first.find((node) => node.id === id)?.label ?? id,
    frame.palette,
  );
  const ink: Ink = { flow, unit, frame, colours };
  if (!isNarrow(frame)) return drawSideways(ink, options);
  return drawDownwards(ink, options) ?? drawAsBars(tables, ink);
}

/* Sideways */

function drawSideways(ink: Ink, { colonnes = [] }: SankeyOptions): Drawing {
  const { flow, frame } = ink;
  const last = flow.columns.length - 1;
  const side = Math.round(frame.width * 0.21);
  const labels = new Map(
    flow.columns.flatMap((column, i) =>
      column.map((node) => [node, labelOf(ink, node, i === 0 || i === last ? side - 12 : 150)] as const),
    ),
  );
  const heightOf = (node: FlowNode) => labels.get(node)!.name.height + labels.get(node)!.amount.height;
  const isOuter = (node: FlowNode) =>
    node.column === flow.columns[0]![0]!.column || node.column === flow.columns[last]![0]!.column;
  const roomOf = (node: FlowNode) =>
    isOuter(node) ? { least: heightOf(node), before: 0 } : { least: 0, before: heightOf(node) + 3 };
  const needed = Math.max(
    ...flow.columns.map((column) =>
      column.reduce((sum, node) => sum + roomOf(node).least + roomOf(node).before + GAP, 0),
    ),
  );
  const extent = Math.max(300, Math.min(460, frame.width * 0.5), needed + 160);
  const layout = seatNodes(flow, extent, GAP, roomOf);
  if (!layout) throw new Error('A Sankey leaves no room for its labels');
  const { seats, scale } = layout;

  const top = colonnes.length ? 30 : 4;
  const x = (column: number) => side + (last === 0 ? 0 : (column * (frame.width - 2 * side - NODE)) / last);
  const index = new Map(flow.columns.flatMap((column, i) => column.map((node) => [node, i] as const)));
  const marks: DrawnMark[] = layRibbons(flow, seats, scale)
    .sort((a, b) => b.thickness - a.thickness)
    .map((ribbon) => {
      const [x1, x2] = [x(index.get(ribbon.link.from)!) + NODE, x(index.get(ribbon.link.to)!)];
      const middle = (x1 + x2) / 2;
      const [y1, y2] = [top + ribbon.from, top + ribbon.to];
      return ribbonMark(
        ink,
        ribbon,
        `M${at(x1)} ${at(y1)}C${at(middle)} ${at(y1)} ${at(middle)} ${at(y2)} ${at(x2)} ${at(y2)}`,
      );
    });
  for (const [node, column] of index) {
    const { start, length } = seats.get(node)!;
    const left = x(column);
    const { name, amount } = labels.get(node)!;
    const anchor = column === 0 && last > 0 ? 'end' : column === last ? 'start' : 'middle';
    const labelX = anchor === 'end' ? left - 8 : anchor === 'start' ? left + NODE + 8 : left + NODE / 2;
    const labelTop =
      anchor === 'middle' ? top + start - heightOf(node) - 3 : top + start + length / 2 - heightOf(node) / 2;
    const halo = anchor === 'middle' ? frame.palette.paper : undefined;
    marks.push(
      nodeMark(
        ink,
        node,
        `<path fill="${nodeColour(ink, node)}" d="M${at(left)} ${at(top + start)}h${NODE}v${at(length)}h-${NODE}z"/>` +
          hiddenEnds(node, seats.get(node)!, scale)
            .map(
              ({ side: end, from, thickness }) =>
                `<path fill="${hatch(frame)}" d="M${at(end === 'out' ? left + NODE : left - HIDDEN)} ${at(top + from)}h${HIDDEN}v${at(thickness)}h-${HIDDEN}z"/>`,
            )
            .join('') +
          drawBlock(frame, name, labelX, labelTop, { anchor, ...(halo ? { halo } : {}) }) +
          drawBlock(frame, amount, labelX, labelTop + name.height, {
            anchor,
            fill: frame.palette.soft,
            ...(halo ? { halo } : {}),
          }),
      ),
    );
  }
  const heads = colonnes
    .slice(0, last + 1)
    .map((title, i) => {
      const anchor = i === 0 && last > 0 ? 'end' : i === last ? 'start' : 'middle';
      return drawLine(
        frame,
        title,
        x(i) + (anchor === 'end' ? -8 : anchor === 'start' ? NODE + 8 : NODE / 2),
        10,
        SIZE.small,
        600,
        { anchor, fill: frame.palette.soft },
      );
    })
    .join('');
  return close(ink, top + extent, marks, heads);
}

/* Downwards */

/** Thickness in px of a node's bar, and length of the ribbons between two rows: longer where there are two rows only. */
const BAR = 9;
const stepOf = (rows: number): number => (rows < 3 ? 220 : 150);

function drawDownwards(ink: Ink, { colonnes = [] }: SankeyOptions): Drawing | undefined {
  const { flow, frame } = ink;
  const last = flow.columns.length - 1;
  const inner = flow.columns.slice(1, -1).flat();
  const plates = new Map(inner.map((node) => [node, plateOf(ink, node)] as const));
  // Nodes at the ends stand apart enough for their names, set in two lines, to fit between each other's leaders.
  const crowd = Math.max(flow.columns[0]!.length, flow.columns[last]!.length);
  const apart = Math.min(56, (frame.width / crowd) * 0.9 - 6);
  const least = (node: FlowNode) => plates.get(node)?.width ?? apart;
  const layout = seatNodes(flow, frame.width, 6, (node) => ({ least: least(node), before: 0 }));
  if (!layout || layout.scale === 0) return undefined;
  const { seats, scale } = layout;
  const above = tierRow(ink, flow.columns[0]!, seats);
  const below =
    last > 0 ? tierRow(ink, flow.columns[last]!, seats) : { labels: new Map<FlowNode, Tiered>(), height: 0, tops: [] };
  if (!above || !below) return undefined;

  const head = 24;
  const bands: { top: number; bottom: number }[] = [];
  let y = (colonnes.length ? head : 0) + above.height;
  flow.columns.forEach((column, i) => {
    const depth =
      i === 0 || i === last ? BAR : 2 * BAR + 8 + Math.max(...column.map((node) => plates.get(node)!.height));
    bands.push({ top: y, bottom: y + depth });
    y += depth + (i === last ? 0 : stepOf(flow.columns.length));
  });
  const bandOf = new Map(flow.columns.flatMap((column, i) => column.map((node) => [node, bands[i]!] as const)));
  const marks: DrawnMark[] = layRibbons(flow, seats, scale)
    .sort((a, b) => b.thickness - a.thickness)
    .map((ribbon) => {
      const [y1, y2] = [bandOf.get(ribbon.link.from)!.bottom, bandOf.get(ribbon.link.to)!.top];
      const middle = (y1 + y2) / 2;
      return ribbonMark(
        ink,
        ribbon,
        `M${at(ribbon.from)} ${at(y1)}C${at(ribbon.from)} ${at(middle)} ${at(ribbon.to)} ${at(middle)} ${at(ribbon.to)} ${at(y2)}`,
      );
    });
  for (const [node, { top, bottom }] of bandOf) {
    const seat = seats.get(node)!;
    const plate = plates.get(node);
    const bar = (barTop: number) => `M${at(seat.start)} ${at(barTop)}h${at(seat.length)}v${BAR}h${at(-seat.length)}z`;
    const shape = `<path fill="${nodeColour(ink, node)}" d="${bar(top)}${plate ? bar(bottom - BAR) : ''}"/>`;
    const hidden = hiddenEnds(node, seat, scale)
      .map(
        ({ side, from, thickness }) =>
          `<path fill="${hatch(frame)}" d="M${at(from)} ${at(side === 'out' ? bottom : top - HIDDEN)}h${at(thickness)}v${HIDDEN}h${at(-thickness)}z"/>`,
      )
      .join('');
    marks.push(
      nodeMark(ink, node, shape + hidden + drawNarrowLabel(ink, node, seat, plate, { top, bottom }, above, below)),
    );
  }
  const said = `De haut en bas : ${colonnes.slice(0, last + 1).join(', ')}`;
  const title = colonnes.length ? drawLine(frame, said, 0, 9, SIZE.small, 600, { fill: frame.palette.soft }) : '';
  return close(ink, y + below.height, marks, title);
}

interface TierRow {
  readonly labels: ReadonlyMap<FlowNode, Tiered>;
  readonly height: number;
  /** Distance from the nodes at which each line of labels starts. */
  readonly tops: readonly number[];
}

/** Labels of the first or the last row, in one line or two beyond it. */
function tierRow(ink: Ink, column: readonly FlowNode[], seats: ReadonlyMap<FlowNode, Seat>): TierRow | undefined {
  const tiered = seatInTiers(
    column.map((node) => seats.get(node)!.start + seats.get(node)!.length / 2),
    ink.frame.width,
    column.map((node) => [
      { text: node.label, size: 13, weight: 600 },
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
  return { labels: new Map(column.map((node, i) => [node, tiered[i]!])), height: height - 6, tops };
}

function drawNarrowLabel(
  ink: Ink,
  node: FlowNode,
  seat: Seat,
  plate: Plate | undefined,
  band: { top: number; bottom: number },
  above: TierRow,
  below: TierRow,
): string {
  const { frame } = ink;
  const middle = seat.start + seat.length / 2;
  if (plate) {
    const centre = Math.min(frame.width - plate.width / 2, Math.max(plate.width / 2, middle));
    return stack(frame, [plate.name, plate.amount], centre, band.top + BAR + 4);
  }
  const up = above.labels.get(node);
  const label = up ?? below.labels.get(node)!;
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

interface Plate {
  readonly name: Block;
  readonly amount: Block;
  readonly width: number;
  readonly height: number;
}

function plateOf(ink: Ink, node: FlowNode): Plate {
  const name = block(node.label, Math.max(64, (ink.frame.width - 40) / 4), SIZE.note, 600);
  const amount = block(amountOf(ink, node), 120, SIZE.note);
  return { name, amount, width: Math.max(name.width, amount.width), height: name.height + amount.height };
}

/** Too many nodes for a narrow picture: each node of a column with a bar for each of its links. */
function drawAsBars(tables: FlowTables, { flow, frame, colours }: Ink): Drawing {
  const nodes = flow.columns.flat();
  const labels = Object.fromEntries(nodes.map(({ id, label }) => [id, label]));
  const order = new Map(nodes.map(({ id }, i) => [id, i]));
  const rank = (row: FlowLink['row']) => order.get(row.key.de ?? '')! * nodes.length + order.get(row.key.vers ?? '')!;
  const table = {
    ...tables.liens,
    columns: tables.liens.columns.map((column) => (column.role === 'key' ? { ...column, labels } : column)),
    rows: [...tables.liens.rows].sort((a, b) => rank(a) - rank(b)),
  };
  return bars(
    table,
    {
      category: 'vers',
      group: 'de',
      value: 'montant',
      sort: 'given',
      paint: (row) => colours.get(row.key.de ?? '') ?? frame.palette.grey,
    },
    frame,
  );
}

/* Shared */

function close({ flow, frame }: Ink, height: number, marks: readonly DrawnMark[], under: string): Drawing {
  const hidden = flow.links.some(({ cell }) => cell.value === null);
  return finish(frame, {
    height,
    marks,
    under,
    cells: [...flow.links.map(({ cell }) => cell), ...flow.columns.flat().map(({ cell }) => cell)],
    notes: hidden ? ['Hachures : flux couverts par le secret ou non disponibles.'] : [],
  });
}

function nodeColour({ colours, frame }: Ink, node: FlowNode): string {
  return colours.get(node.id) ?? frame.palette.ink;
}

function ribbonMark(ink: Ink, { link, thickness }: Ribbon, d: string): DrawnMark {
  const colour = ink.colours.get(link.from.id) ?? ink.frame.palette.grey;
  return {
    key: markKey(link.row),
    sentence: `${link.from.label} → ${link.to.label} : ${sayCell(link.cell, ink.unit)}`,
    links: [keyOf(link.from), keyOf(link.to)],
    svg: `<path fill="none" stroke="${colour}" stroke-opacity="${ink.colours.has(link.from.id) ? '.5' : '.3'}" stroke-width="${at(Math.max(1, thickness))}" d="${d}"/>`,
  };
}

const keyOf = (one: FlowNode | FlowLink): string => markKey(one.row);

function nodeMark(ink: Ink, node: FlowNode, svg: string): DrawnMark {
  return {
    key: keyOf(node),
    sentence: `${node.label} : ${sayNode(ink, node)}`,
    links: connectedWith(node, keyOf),
    svg,
  };
}

const sayNode = ({ unit }: Ink, node: FlowNode): string =>
  sayCell(node.cell.value === null && !node.cell.sign ? { kind: 'sum', value: node.value } : node.cell, unit);

/** The amount of a node, and its share of its column where the whole column is known. */
function amountOf({ flow, unit }: Ink, node: FlowNode): string {
  const column = flow.columns.find((one) => one.includes(node))!;
  const total = column.reduce((sum, { value }) => sum + value, 0);
  const known = column.every(({ cell }) => cell.value !== null);
  const share =
    known && total > 0 && column.length > 1 ? ` · ${formatNumber((node.value / total) * 100, { decimals: 0 })} %` : '';
  return `${printCell(node.cell, unit)}${share}`;
}

function labelOf(ink: Ink, node: FlowNode, width: number): { name: Block; amount: Block } {
  return { name: block(node.label, width, SIZE.label, 600), amount: block(amountOf(ink, node), width, SIZE.small) };
}

/** What a node holds beyond the links that are shown, on the sides where some are not. */
function hiddenEnds(
  node: FlowNode,
  { start, length }: Seat,
  scale: number,
): { side: 'in' | 'out'; from: number; thickness: number }[] {
  return (['in', 'out'] as const).flatMap((side) => {
    const links = side === 'in' ? node.incoming : node.outgoing;
    if (links.every(({ cell }) => cell.value !== null)) return [];
    const shown = sumOf(links) * scale;
    const thickness = Math.max(3, length - shown);
    return [{ side, from: start + length - thickness, thickness }];
  });
}
