import type { Flux } from '../flux.ts';
import { type LedgerNode, payeeOf, payerOf } from '../flux-nodes.ts';

/** A node that money goes through, with what comes in and what goes out. */
export interface Crossing {
  readonly node: LedgerNode;
  readonly incoming: readonly Flux[];
  readonly outgoing: readonly Flux[];
}

/** The dispositifs and actions of some rows, in their order. */
export function listCrossings(rows: readonly Flux[]): readonly Crossing[] {
  const nodes = new Map(
    rows
      .flatMap((row) => [payerOf(row), payeeOf(row)])
      .filter(({ niveau }) => niveau === 'dispositif' || niveau === 'action')
      .map((node) => [node.id, node]),
  );
  const incoming = Map.groupBy(rows, (row) => payeeOf(row).id);
  const outgoing = Map.groupBy(rows, (row) => payerOf(row).id);
  return [...nodes.values()].map((node) => ({
    node,
    incoming: incoming.get(node.id) ?? [],
    outgoing: outgoing.get(node.id) ?? [],
  }));
}
