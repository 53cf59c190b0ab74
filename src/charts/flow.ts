import type { PublishedCell, PublishedRow, PublishedTable } from '../model/table.ts';
import { cellOf, textOf } from './rows.ts';
import { spread } from './spread.ts';

/** The two tables of a Sankey: links (key `de`, `vers`) and nodes (key `noeud`, attributes `label`, `colonne`), measure `montant`. */
export interface FlowTables {
  readonly liens: PublishedTable;
  readonly noeuds: PublishedTable;
}

/** A node with what flows in and out of it. */
export interface FlowNode {
  readonly id: string;
  readonly label: string;
  readonly row: PublishedRow;
  readonly cell: PublishedCell;
  readonly column: number;
  /** What it holds, in the measure's unit: its own amount, or what flows in or out where that is more. */
  readonly value: number;
  readonly incoming: FlowLink[];
  readonly outgoing: FlowLink[];
}

/** A link between two nodes. */
export interface FlowLink {
  readonly row: PublishedRow;
  readonly cell: PublishedCell;
  readonly from: FlowNode;
  readonly to: FlowNode;
}

/** Nodes by column, in the author's order, and the links between them. */
export interface Flow {
  readonly columns: readonly (readonly FlowNode[])[];
  readonly links: readonly FlowLink[];
}

/** Reads the tables without touching them; a link to nowhere, backwards or round in a loop is a bug of the figure. */
export function readFlow({ liens, noeuds }: FlowTables): Flow {
  const nodes = new Map<string, FlowNode & { value: number; column: number }>();
  for (const row of noeuds.rows) {
    const id = row.key.noeud ?? '';
    if (nodes.has(id)) throw new Error(`Flow with two nodes "${id}"`);
    nodes.set(id, {
      id,
      label: textOf(noeuds, row, 'noeud'),
      row,
      cell: cellOf(row, 'montant'),
      column: Number(row.attributes?.colonne ?? Number.NaN),
      value: 0,
      incoming: [],
      outgoing: [],
    });
  }
  const links = liens.rows.map((row): FlowLink => {
    const [from, to] = [nodes.get(row.key.de ?? ''), nodes.get(row.key.vers ?? '')];
    if (!from || !to) throw new Error(`Flow from "${row.key.de}" to "${row.key.vers}": no such node`);
    const link = { row, cell: cellOf(row, 'montant'), from, to };
    if ((link.cell.value ?? 0) < 0) throw new Error(`Flow from "${from.id}" to "${to.id}" is negative`);
    from.outgoing.push(link);
    to.incoming.push(link);
    return link;
  });
  const all = [...nodes.values()];
  if (all.some(({ column }) => Number.isNaN(column))) setColumns(all);
  for (const { from, to } of links) {
    if (from.column >= to.column) throw new Error(`Flow from "${from.id}" to "${to.id}" does not go to a later column`);
  }
  for (const node of all) node.value = Math.max(node.cell.value ?? 0, sumOf(node.incoming), sumOf(node.outgoing));
  const order = [...new Set(all.map(({ column }) => column))].sort((a, b) => a - b);
  return { columns: order.map((column) => all.filter((node) => node.column === column)), links };
}

/** What links carry together, those not shown left out. */
export function sumOf(links: readonly FlowLink[]): number {
  return links.reduce((sum, { cell }) => sum + (cell.value ?? 0), 0);
}

/** Columns from the links, where the table does not say: as far along as the longest way that leads there. */
function setColumns(nodes: readonly { column: number; id: string; incoming: FlowLink[] }[]): void {
  for (const node of nodes) node.column = 0;
  for (let round = 0; ; round++) {
    const late = nodes.filter((node) => node.incoming.some(({ from }) => from.column >= node.column));
    if (late.length === 0) return;
    if (round > nodes.length) throw new Error(`Flow goes round in a loop through "${late[0]?.id}"`);
    for (const node of late) node.column = 1 + Math.max(...node.incoming.map(({ from }) => from.column));
  }
}

/** Where a node stands across the flow: from `start`, `length` px long. */
export interface Seat {
  readonly start: number;
  readonly length: number;
}

/** Room a node needs beside its own length: `least` in all, or `before` ahead of it. */
interface Room {
  readonly least: number;
  readonly before: number;
}

/**
 * Seats of all nodes across the flow, in the author's order, on one scale, as near as can be to what they are linked
 * with; `roomOf` keeps place for labels. Returns px for one unit of value too; undefined where labels leave no room.
 */
export function seatNodes(
  flow: Flow,
  extent: number,
  gap: number,
  roomOf: (node: FlowNode) => Room,
): { seats: ReadonlyMap<FlowNode, Seat>; scale: number } | undefined {
  const scale = fitScale(flow, extent, gap, roomOf);
  if (scale === undefined) return undefined;
  const seats = new Map<FlowNode, Seat>();
  const place = (column: readonly FlowNode[], wishOf: (node: FlowNode) => number | undefined) => {
    const slots = column.map((node) => slotOf(node, scale, roomOf(node)));
    let next = (extent - slots.reduce((sum, { slot }) => sum + slot + gap, -gap)) / 2;
    const wished = slots.map(({ slot, offset, length }, i) => {
      const stacked = next;
      next += slot + gap;
      const middle = wishOf(column[i]!);
      return middle === undefined ? stacked : middle - offset - length / 2;
    });
    const starts = spread(
      wished,
      slots.map(({ slot }) => slot),
      0,
      extent,
      gap,
    );
    for (const [i, { offset, length }] of slots.entries())
      seats.set(column[i]!, { start: starts[i]! + offset, length });
  };
  for (const column of flow.columns) place(column, () => undefined);
  for (let round = 0; round < ROUNDS; round++) {
    for (const column of flow.columns.slice(1)) {
      place(column, ({ incoming }) => middleOf(incoming, ({ from }) => seats.get(from)!));
    }
    for (const column of flow.columns.slice(0, -1).reverse()) {
      place(column, ({ outgoing }) => middleOf(outgoing, ({ to }) => seats.get(to)!));
    }
  }
  return { seats, scale };
}

/** Times that columns are drawn towards what they are linked with; more move nothing that can be seen. */
const ROUNDS = 3;

/** Smallest length of a node, px. */
const LEAST = 2;

/** The place a node takes with its label, its own length, and where that length starts in the place; px. */
function slotOf({ value }: FlowNode, scale: number, { least, before }: Room) {
  const length = Math.max(LEAST, value * scale);
  const slot = Math.max(least, before + length);
  return { slot, length, offset: before + (slot - before - length) / 2 };
}

/** The most px for one unit of value that keeps every column inside the extent; undefined where labels alone are too long. */
function fitScale(
  { columns }: Flow,
  extent: number,
  gap: number,
  roomOf: (node: FlowNode) => Room,
): number | undefined {
  const fits = (scale: number) =>
    columns.every(
      (column) => column.reduce((sum, node) => sum + slotOf(node, scale, roomOf(node)).slot + gap, -gap) <= extent,
    );
  if (!fits(0)) return undefined;
  const largest = Math.max(...columns.map((column) => column.reduce((sum, { value }) => sum + value, 0)));
  let [scale, beyond] = [0, largest > 0 ? extent / largest : 0];
  for (let i = 0; i < 40; i++) {
    const tried = (scale + beyond) / 2;
    if (fits(tried)) scale = tried;
    else beyond = tried;
  }
  return scale;
}

/** The middle of what links lead to, by what they carry; undefined where they carry nothing. */
function middleOf(links: readonly FlowLink[], seatOf: (link: FlowLink) => Seat): number | undefined {
  const total = sumOf(links);
  if (total === 0) return undefined;
  const weighed = links.map((link) => (link.cell.value ?? 0) * (seatOf(link).start + seatOf(link).length / 2));
  return weighed.reduce((sum, middle) => sum + middle, 0) / total;
}

/** A ribbon: where it leaves one node and reaches the other (middles, across the flow), and its thickness in px. */
export interface Ribbon {
  readonly link: FlowLink;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** Ribbons of the links that are shown, sorted at each node by the place of the other end, so that few cross. */
export function layRibbons(flow: Flow, seats: ReadonlyMap<FlowNode, Seat>, scale: number): Ribbon[] {
  const middle = (node: FlowNode) => seats.get(node)!.start + seats.get(node)!.length / 2;
  const offsets = (links: readonly FlowLink[], other: (link: FlowLink) => FlowNode, start: number) => {
    let next = start;
    return [...links]
      .sort((a, b) => middle(other(a)) - middle(other(b)))
      .map((link) => {
        const thickness = (link.cell.value ?? 0) * scale;
        const at = next + thickness / 2;
        next += thickness;
        return [link, at] as const;
      });
  };
  const nodes = flow.columns.flat();
  const leaving = new Map(nodes.flatMap((node) => offsets(node.outgoing, ({ to }) => to, seats.get(node)!.start)));
  const reaching = new Map(nodes.flatMap((node) => offsets(node.incoming, ({ from }) => from, seats.get(node)!.start)));
  return flow.links
    .filter(({ cell }) => cell.value !== null && cell.value > 0)
    .map((link) => ({
      link,
      from: leaving.get(link)!,
      to: reaching.get(link)!,
      thickness: (link.cell.value ?? 0) * scale,
    }));
}

/** Keys of all links and nodes upstream and downstream of a node: what it is fed by and what it feeds. */
export function connectedWith(node: FlowNode, keyOf: (one: FlowNode | FlowLink) => string): string[] {
  const found = new Set<string>();
  const walk = (from: FlowNode, direction: 'incoming' | 'outgoing') => {
    for (const link of from[direction]) {
      if (found.has(keyOf(link))) continue;
      found.add(keyOf(link));
      const next = direction === 'incoming' ? link.from : link.to;
      found.add(keyOf(next));
      walk(next, direction);
    }
  };
  walk(node, 'incoming');
  walk(node, 'outgoing');
  return [...found];
}
