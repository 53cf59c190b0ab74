import type { Frame } from '../model/drawing.ts';
import type { PublishedCell } from '../model/table.ts';
import type { Unit } from '../model/unit.ts';
import { formatNumber } from '../text/number.ts';
import { coloursOf } from './colours.ts';
import { type Flow, type FlowLink, type FlowNode, sumOf } from './flow.ts';
import { markKey, printCell } from './rows.ts';
import { sayLink, sayNode } from './say-flow.ts';
import { at, type Block, block, type DrawnMark, hatch, SIZE } from './svg.ts';
import { TEXTURES, textureOf } from './textures.ts';

/** A colour, and the texture over it that tells it in black and white. */
export interface Paint {
  readonly fill: string;
  readonly texture?: string | undefined;
}

/** What the drawings of one flow share: its paints, its unit, the total of which shares are said. */
export interface FlowInk {
  readonly flow: Flow;
  readonly unit: Unit;
  readonly frame: Frame;
  readonly paintOf: (node: FlowNode) => Paint | undefined;
  /** All that comes in, where it is known. */
  readonly total: number | undefined;
  /** Said before every sentence: the exercice, where a picture shows several. */
  readonly before: string;
}

/** Paints of the nodes of the first column: by type where they have one, else one each. `entries` is their key, empty without types. */
export interface FlowPaints {
  readonly of: (node: FlowNode) => Paint | undefined;
  readonly entries: readonly (Paint & { readonly label: string })[];
}

/**
 * Gives paints to the nodes of the first columns of one flow, or of several that stand in one picture. `types` (code →
 * words) fixes the order in which colours are given, so that a type wears the same one in every picture.
 */
export function paintFlows(
  flows: readonly Flow[],
  frame: Frame,
  types: Readonly<Record<string, string>> = {},
): FlowPaints {
  const first = flows.flatMap(({ columns }) => columns[0] ?? []).filter(({ remainder }) => !remainder);
  const used = first.filter(({ type }) => type !== '');
  if (used.length === 0) {
    const labels = new Map(first.map(({ id, label }) => [id, label]));
    const colours = coloursOf([...labels.keys()], (id) => labels.get(id) ?? id, frame.palette);
    return { of: ({ id, remainder }) => wrapColour(remainder ? undefined : colours.get(id)), entries: [] };
  }
  const labels = {
    ...types,
    ...Object.fromEntries(used.map(({ type, typeLabel }) => [type, types[type] ?? typeLabel])),
  };
  const paints = paintTypes(labels, frame);
  const isUsed = (code: string) => used.some(({ type }) => type === code);
  return {
    of: ({ type, remainder, incoming }) => (remainder || incoming.length > 0 ? undefined : paints.get(type)),
    entries: Object.entries(labels)
      .filter(([code]) => isUsed(code))
      .map(([code, label]) => ({ label, ...paints.get(code)! })),
  };
}

const wrapColour = (fill: string | undefined): Paint | undefined => (fill === undefined ? undefined : { fill });

/** The paints of types (code → words) in their order: a colour each, "autres" grey; after the last colour they come again, under a texture that screens show too. */
export function paintTypes(labels: Readonly<Record<string, string>>, frame: Frame): ReadonlyMap<string, Paint> {
  const { series, grey } = frame.palette;
  let next = 0;
  return new Map(
    Object.entries(labels).map(([code, label]) => {
      if (/^autres?\b/i.test(code) || /^autres?\b/i.test(label)) return [code, { fill: grey }];
      const rank = next++;
      const texture = textureOf(frame, rank % TEXTURES, rank >= series.length);
      return [code, { fill: series[rank % series.length]!, texture }];
    }),
  );
}

/** All that comes in, or all that goes out: the first that is known whole; undefined where neither is. */
export function totalOf({ columns }: Flow): number | undefined {
  const nodes = columns.flat();
  const ends = [
    nodes.filter(({ incoming }) => incoming.length === 0),
    nodes.filter(({ outgoing }) => outgoing.length === 0),
  ];
  const known = ends.find((some) => some.length > 0 && some.every(({ cell }) => cell.value !== null));
  return known?.reduce((sum, { value }) => sum + value, 0);
}

/** A node's paint: its own in the first column, ink elsewhere. */
export const inkOf = ({ paintOf, frame }: FlowInk, node: FlowNode): Paint =>
  paintOf(node) ?? { fill: frame.palette.ink };

/** Bars of a node with its paint; a named remainder is outlined. `d` is made of closed boxes. */
export function drawBars(ink: FlowInk, node: FlowNode, d: string): string {
  if (node.remainder)
    return `<path fill="${ink.frame.palette.paper}" stroke="${ink.frame.palette.ink}" stroke-width="1.5" d="${d}"/>`;
  const { fill, texture } = inkOf(ink, node);
  return `<path fill="${fill}" d="${d}"/>${texture ? `<path fill="${texture}" d="${d}"/>` : ''}`;
}

/** The mark of a link: its ribbon along `d`, in the paint of the node it leaves. */
export function ribbonMark(ink: FlowInk, link: FlowLink, thickness: number, d: string): DrawnMark {
  const paint = ink.paintOf(link.from);
  const width = at(Math.max(1, thickness));
  const colour = paint?.fill ?? ink.frame.palette.grey;
  const texture = paint?.texture
    ? `<path fill="none" stroke="${paint.texture}" stroke-width="${width}" d="${d}"/>`
    : '';
  return {
    key: markKey(link.row),
    sentence: sayLink(ink, link),
    svg: `<path fill="none" stroke="${colour}" stroke-opacity="${paint ? '.5' : '.3'}" stroke-width="${width}" d="${d}"/>${texture}`,
  };
}

/** The mark of a node. */
export function nodeMark(ink: FlowInk, node: FlowNode, svg: string): DrawnMark {
  return {
    key: keyOf(node),
    sentence: sayNode(ink, node),
    svg,
  };
}

const keys = new WeakMap<object, string>();

/** The key of the mark of a link or a node, made once. */
export function keyOf({ row }: FlowNode | FlowLink): string {
  const known = keys.get(row);
  if (known !== undefined) return known;
  const key = markKey(row);
  keys.set(row, key);
  return key;
}

/** What a node holds: its own amount, or what flows through it where the table gives none. */
export const cellOfNode = (node: FlowNode): PublishedCell =>
  node.cell.value === null && !node.cell.sign ? { kind: 'sum', value: node.value } : node.cell;

/** The amount of a node, and its share of the total where that is known. */
export function amountOf({ flow, unit, total }: FlowInk, node: FlowNode): string {
  const alone = flow.columns.some((column) => column.length === 1 && column[0] === node);
  const share =
    total && !alone && node.cell.value !== null
      ? ` · ${formatNumber((node.value / total) * 100, { decimals: 0 })} %`
      : '';
  return `${printCell(node.cell, unit)}${share}`;
}

/** What is written beside a node: its name, and its amount below. */
export interface Label {
  readonly name: Block;
  readonly amount: Block;
  readonly width: number;
  readonly height: number;
}

/** Sets a label, its name in lines no wider than `width`; its amount too unless it has its own room. */
export function labelOf(
  name: string,
  amount: string,
  width: number,
  { size = SIZE.label, amountWidth = width }: { size?: number; amountWidth?: number } = {},
): Label {
  const [set, below] = [block(name, width, size, 600), block(amount, amountWidth, SIZE.note)];
  return {
    name: set,
    amount: below,
    width: Math.max(set.width, below.width),
    height: set.height + below.height,
  };
}

/**
 * What a node holds beyond the links that are shown, on the sides where some are not: px from the start of its seat.
 * `isHere` tells the links that are drawn where the node stands, all of them unless told.
 */
export function hiddenEnds(
  node: FlowNode,
  length: number,
  scale: number,
  isHere: (link: FlowLink) => boolean = () => true,
): { side: 'in' | 'out'; from: number; thickness: number }[] {
  return (['in', 'out'] as const).flatMap((side) => {
    const links = (side === 'in' ? node.incoming : node.outgoing).filter(isHere);
    if (links.every(({ cell }) => cell.value !== null)) return [];
    const thickness = Math.max(3, length - sumOf(links) * scale);
    return [{ side, from: length - thickness, thickness }];
  });
}

/** A box of hatches: what is hidden or unknown. */
export const drawHidden = (frame: Frame, x: number, y: number, width: number, height: number): string =>
  `<path fill="${hatch(frame)}" d="M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}z"/>`;

/** Said below a picture where some links are not shown. */
export function hiddenNote(flows: readonly Flow[]): string[] {
  const hidden = flows.some(({ links }) => links.some(({ cell }) => cell.value === null));
  return hidden ? ['Hachures : flux couverts par le secret ou non disponibles.'] : [];
}
