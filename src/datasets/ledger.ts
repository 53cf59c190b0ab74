import type { Loaded } from './cross-checks/rule.ts';
import type { Resource } from './datapackage.ts';
import type { FlowOrder } from './flow-order.ts';
import type { Flux } from './flux.ts';
import type { LedgerNode } from './flux-nodes.ts';
import type { Lieu } from './lieux.ts';

/** All that the rules on the ledger look at: its rows, and what is said of them elsewhere. */
export interface Ledger extends Loaded<Flux> {
  readonly order: FlowOrder;
  /** The name of content/flux.yaml, as it is told. */
  readonly orderFile: string;
  readonly resources: readonly Resource[];
  /** The name of datapackage.json, as it is told. */
  readonly packageFile: string;
  /** The directory, with the places that withdrew. */
  readonly lieux: Loaded<Lieu>;
  /** Payers whose payees cannot be gathered so that none is given back. */
  readonly unprotected: readonly LedgerNode[];
}
