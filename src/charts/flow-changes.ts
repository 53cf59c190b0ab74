import type { PublishedCell } from '../model/table.ts';
import type { Flow, FlowLink, FlowNode } from './flow.ts';

/** What became of an amount from one exercice to another; `unknown` where one of them is not shown. */
export type Fate = 'grew' | 'shrank' | 'came' | 'went' | 'same' | 'unknown';

/** A node or a link in two exercices. `difference` is in the measure's unit, null where it is not known. */
export interface Change {
  readonly key: string;
  readonly label: string;
  readonly before: PublishedCell | undefined;
  readonly after: PublishedCell | undefined;
  readonly difference: number | null;
  readonly fate: Fate;
  /** Changes of the links that leave a node. */
  readonly links: readonly Change[];
}

/** Changes by column, all nodes of either exercice in the author's order. */
export function changesBetween(
  before: Flow,
  after: Flow,
): { readonly column: number; readonly changes: readonly Change[] }[] {
  const numbers = [...new Set([before, after].flatMap(({ columns }) => columns.map((column) => column[0]!.column)))];
  return numbers
    .sort((a, b) => a - b)
    .map((column) => {
      const [old, recent] = [before, after].map((flow) => nodesOf(flow, column)) as [FlowNode[], FlowNode[]];
      const changes = joinOrders(old, recent, ({ id }) => id).map(([a, b]) => nodeChange(a, b));
      return { column, changes };
    });
}

const nodesOf = ({ columns }: Flow, number: number): FlowNode[] =>
  columns.flat().filter(({ column }) => column === number);

function nodeChange(before: FlowNode | undefined, after: FlowNode | undefined): Change {
  const { id, label } = (after ?? before)!;
  const links = joinOrders(before?.outgoing ?? [], after?.outgoing ?? [], ({ to }) => to.id);
  return {
    ...change(before?.cell, after?.cell),
    key: id,
    label,
    links: links.map(([a, b]) => linkChange(a, b)),
  };
}

function linkChange(before: FlowLink | undefined, after: FlowLink | undefined): Change {
  const { from, to } = (after ?? before)!;
  return { ...change(before?.cell, after?.cell), key: `${from.id}/${to.id}`, label: to.label, links: [] };
}

function change(before: PublishedCell | undefined, after: PublishedCell | undefined) {
  const isKnown = before?.value !== null && after?.value !== null;
  const difference = isKnown ? (after?.value ?? 0) - (before?.value ?? 0) : null;
  return { before, after, difference, fate: fateOf(before, after, difference) };
}

function fateOf(before: PublishedCell | undefined, after: PublishedCell | undefined, difference: number | null): Fate {
  if (difference === null) return 'unknown';
  if (!before) return 'came';
  if (!after) return 'went';
  return difference > 0 ? 'grew' : difference < 0 ? 'shrank' : 'same';
}

/** Two lists in one order as one: what only the first has stands after what it followed there. */
function joinOrders<T>(
  first: readonly T[],
  second: readonly T[],
  idOf: (one: T) => string,
): (readonly [T | undefined, T | undefined])[] {
  const ids = second.map(idOf);
  let place = 0;
  for (const id of first.map(idOf)) {
    const found = ids.indexOf(id);
    if (found >= 0) place = found + 1;
    else ids.splice(place++, 0, id);
  }
  const [old, recent] = [first, second].map((some) => new Map(some.map((one) => [idOf(one), one])));
  return ids.map((id) => [old!.get(id), recent!.get(id)] as const);
}
