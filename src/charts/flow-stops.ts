import type { Flow, FlowLink, FlowNode } from './flow.ts';

/** A node where ribbons stop, or (without a node) the lane by which one ribbon passes through a column that its link skips. */
export interface Stop {
  readonly node: FlowNode | undefined;
  readonly value: number;
  readonly incoming: Segment[];
  readonly outgoing: Segment[];
}

/** The part of a ribbon between two neighbouring columns. */
export interface Segment {
  readonly link: FlowLink;
  readonly from: Stop;
  readonly to: Stop;
  readonly value: number;
}

/** Stops by column, nodes in the author's order, lanes between them where they bend their ribbons least. */
export function stopsOf({ columns, links }: Flow): Stop[][] {
  const stops = new Map(columns.flat().map((node) => [node, stopAt(node, node.value)]));
  const placeOf = relativePlaces(columns);
  const index = new Map(columns.flatMap((column, i) => column.map((node) => [node, i] as const)));
  const lanes = columns.map((): { stop: Stop; place: number }[] => []);
  for (const link of links) {
    const value = link.cell.value ?? 0;
    if (value <= 0) continue;
    const [first, last] = [index.get(link.from)!, index.get(link.to)!];
    let before = stops.get(link.from)!;
    for (let column = first + 1; column < last; column++) {
      const lane = stopAt(undefined, value);
      const along = (column - first) / (last - first);
      lanes[column]!.push({ stop: lane, place: placeOf.get(link.from)! * (1 - along) + placeOf.get(link.to)! * along });
      join(link, before, lane, value);
      before = lane;
    }
    join(link, before, stops.get(link.to)!, value);
  }
  return columns.map((column, i) => {
    const waiting = lanes[i]!.sort((a, b) => a.place - b.place);
    const placed: Stop[] = [];
    for (const node of column) {
      while (waiting.length > 0 && waiting[0]!.place < placeOf.get(node)!) placed.push(waiting.shift()!.stop);
      placed.push(stops.get(node)!);
    }
    return [...placed, ...waiting.map(({ stop }) => stop)];
  });
}

/** A stop without its segments yet. */
export const stopAt = (node: FlowNode | undefined, value: number): Stop => ({
  node,
  value,
  incoming: [],
  outgoing: [],
});

/** Joins two stops by a segment of a link. */
export function join(link: FlowLink, from: Stop, to: Stop, value: number): void {
  const segment = { link, from, to, value };
  from.outgoing.push(segment);
  to.incoming.push(segment);
}

/** How far down its column the middle of each node stands, from 0 to 1, were there no gaps. */
function relativePlaces(columns: Flow['columns']): ReadonlyMap<FlowNode, number> {
  const places = new Map<FlowNode, number>();
  for (const column of columns) {
    const total = column.reduce((sum, { value }) => sum + value, 0) || 1;
    let before = 0;
    for (const node of column) {
      places.set(node, (before + node.value / 2) / total);
      before += node.value;
    }
  }
  return places;
}
