import type { PublishedCell } from '../model/table.ts';
import type { Flow, FlowNode } from './flow.ts';
import { joinOrders } from './join-orders.ts';

/** What became of an amount from one exercice to another; `unknown` where one of them is not shown. */
export type Fate = 'grew' | 'shrank' | 'came' | 'went' | 'same' | 'unknown';

/** A node in two exercices. `difference` is in the measure's unit, null where it is not known. */
export interface Change {
  readonly key: string;
  readonly label: string;
  readonly before: PublishedCell | undefined;
  readonly after: PublishedCell | undefined;
  readonly difference: number | null;
  readonly fate: Fate;
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
  return { ...change(before?.cell, after?.cell), key: id, label };
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
