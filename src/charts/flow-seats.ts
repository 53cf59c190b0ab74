import type { FlowLink } from './flow.ts';
import type { Segment, Stop } from './flow-stops.ts';
import { spread } from './spread.ts';

/** Where a stop stands across the flow: from `start`, `length` px long. */
export interface Seat {
  readonly start: number;
  readonly length: number;
}

/** How stops are kept apart: px between two, and the px that one takes at least, for its label. */
interface Room {
  readonly gap: number;
  readonly leastOf: (stop: Stop) => number;
}

type Columns = readonly (readonly Stop[])[];

/** Times that columns are drawn towards what they are linked with; more move nothing that can be seen. */
const ROUNDS = 3;

/** Smallest length of a node, px. */
const LEAST = 2;

/**
 * Seats of all stops across the flow on a scale (px for one unit of value), in the order given, as near as can be to
 * what they are linked with, between 0 and `extent`.
 */
export function seatStops(
  columns: Columns,
  scale: number,
  { gap, leastOf }: Room,
  extent: number,
): ReadonlyMap<Stop, Seat> {
  const seats = new Map<Stop, Seat>();
  const slots = columns.map((column) => column.map((stop) => slotOf(stop, scale, leastOf(stop))));
  const place = (i: number, wishOf: (stop: Stop) => number | undefined) => {
    const column = columns[i]!;
    let next = (extent - slots[i]!.reduce((sum, { slot }) => sum + slot + gap, -gap)) / 2;
    const wished = slots[i]!.map(({ slot, offset, length }, at) => {
      const stacked = next;
      next += slot + gap;
      const middle = wishOf(column[at]!);
      return middle === undefined ? stacked : middle - offset - length / 2;
    });
    const lengths = slots[i]!.map(({ slot }) => slot);
    const starts = spread(wished, lengths, 0, extent, gap);
    for (const [at, { offset, length }] of slots[i]!.entries())
      seats.set(column[at]!, { start: starts[at]! + offset, length });
  };
  columns.forEach((_, i) => {
    place(i, () => undefined);
  });
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 1; i < columns.length; i++)
      place(i, ({ incoming }) => middleOf(incoming, ({ from }) => seats.get(from)!));
    for (let i = columns.length - 2; i >= 0; i--)
      place(i, ({ outgoing }) => middleOf(outgoing, ({ to }) => seats.get(to)!));
  }
  return seats;
}

/** Px that the longest column takes across the flow on a scale. */
export function extentOf(columns: Columns, scale: number, { gap, leastOf }: Room): number {
  return Math.max(
    0,
    ...columns.map((column) => column.reduce((sum, stop) => sum + slotOf(stop, scale, leastOf(stop)).slot + gap, -gap)),
  );
}

/** The most px for one unit of value that keeps every column inside the extent; undefined where labels alone are too long. */
export function fitScale(columns: Columns, room: Room, extent: number): number | undefined {
  const fits = (scale: number) => extentOf(columns, scale, room) <= extent;
  if (!fits(0)) return undefined;
  const largest = largestOf(columns);
  let [scale, beyond] = [0, largest > 0 ? extent / largest : 0];
  for (let i = 0; i < 40; i++) {
    const tried = (scale + beyond) / 2;
    if (fits(tried)) scale = tried;
    else beyond = tried;
  }
  return scale;
}

/** What the fullest column carries, in the measure's unit. */
export function largestOf(columns: Columns): number {
  return Math.max(0, ...columns.map((column) => column.reduce((sum, { value }) => sum + value, 0)));
}

/** The place a stop takes with its label, its own length, and where that length starts in the place; px. */
function slotOf({ value }: Stop, scale: number, least: number) {
  const length = Math.max(LEAST, value * scale);
  const slot = Math.max(least, length);
  return { slot, length, offset: (slot - length) / 2 };
}

/** The middle of what segments lead to, by what they carry; undefined where they carry nothing. */
function middleOf(segments: readonly Segment[], seatOf: (segment: Segment) => Seat): number | undefined {
  let [total, weighed] = [0, 0];
  for (const segment of segments) {
    const { start, length } = seatOf(segment);
    total += segment.value;
    weighed += segment.value * (start + length / 2);
  }
  return total === 0 ? undefined : weighed / total;
}

/** A part of a ribbon: where it leaves one stop and reaches the next (middles, across the flow), and its thickness in px. */
export interface Ribbon extends Segment {
  readonly start: number;
  readonly end: number;
  readonly thickness: number;
}

/** Ribbons by link, part after part, sorted at each stop by the place of the other end, so that few cross. */
export function layRibbons(
  columns: Columns,
  seats: ReadonlyMap<Stop, Seat>,
  scale: number,
): ReadonlyMap<FlowLink, readonly Ribbon[]> {
  const middles = new Map([...seats].map(([stop, { start, length }]) => [stop, start + length / 2]));
  const [leaving, reaching] = [new Map<Segment, number>(), new Map<Segment, number>()];
  const lay = (found: Map<Segment, number>, segments: readonly Segment[], side: 'from' | 'to', from: number) => {
    let next = from;
    for (const segment of [...segments].sort((a, b) => middles.get(a[side])! - middles.get(b[side])!)) {
      found.set(segment, next + (segment.value * scale) / 2);
      next += segment.value * scale;
    }
  };
  const all = columns.flat();
  for (const stop of all) {
    const { start } = seats.get(stop)!;
    lay(leaving, stop.outgoing, 'to', start);
    lay(reaching, stop.incoming, 'from', start);
  }
  const ribbons = new Map<FlowLink, Ribbon[]>();
  for (const segment of all.flatMap(({ outgoing }) => outgoing)) {
    const parts = ribbons.get(segment.link) ?? [];
    parts.push({
      ...segment,
      start: leaving.get(segment)!,
      end: reaching.get(segment)!,
      thickness: segment.value * scale,
    });
    ribbons.set(segment.link, parts);
  }
  return ribbons;
}
