import type { Fault } from '../../csv/fault.ts';
import type { Ledger } from '../ledger.ts';

/** A rule on the whole ledger, all exercices together. */
export type LedgerCheck = (ledger: Ledger) => readonly Fault[];
