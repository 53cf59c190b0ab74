import type { Flux } from '../flux.ts';
import { type LedgerNode, payeeOf, payerOf } from '../flux-nodes.ts';
import type { Side } from './tell.ts';

/** One end of a flow: the node, and where its name stands. */
export interface End {
  readonly row: Flux;
  readonly side: Side;
  readonly node: LedgerNode;
}

/** Both ends of every flow, in the order of the ledger. */
export function listEnds(rows: readonly Flux[]): readonly End[] {
  return rows.flatMap((row) => [
    { row, side: 'payeur' as const, node: payerOf(row) },
    { row, side: 'beneficiaire' as const, node: payeeOf(row) },
  ]);
}

/** A node's id without its level: one name. */
export function nameOf({ id, niveau }: LedgerNode): string {
  return id.slice(niveau.length + 1);
}
