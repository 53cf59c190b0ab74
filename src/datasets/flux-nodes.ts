import { foldName } from '../text/fold.ts';
import type { Flux } from './flux.ts';
import type { Niveau } from './flux-options.ts';

/** Who gives or gets in the ledger: a name at a level. */
export interface LedgerNode {
  readonly id: string;
  readonly niveau: Niveau;
  readonly nom: string;
}

/** The id of a node: its level, and its name as people compare names (no case, no accent, no punctuation). */
export function nodeId(niveau: Niveau, nom: string): string {
  const name = foldName(nom)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `${niveau}-${name}`;
}

/** A row of the ledger, as far as its two ends go. */
type Ends = Pick<Flux, 'payeur' | 'niveau_payeur' | 'beneficiaire' | 'niveau_beneficiaire'>;

const known = new WeakMap<Ends, { readonly payer: LedgerNode; readonly payee: LedgerNode }>();

/** The node that gives. */
export function payerOf(row: Ends): LedgerNode {
  return endsOf(row).payer;
}

/** The node that gets. */
export function payeeOf(row: Ends): LedgerNode {
  return endsOf(row).payee;
}

/** Names are folded once a row. */
function endsOf(row: Ends) {
  const { niveau_payeur, payeur, niveau_beneficiaire, beneficiaire } = row;
  const ends = known.get(row) ?? {
    payer: { id: nodeId(niveau_payeur, payeur), niveau: niveau_payeur, nom: payeur },
    payee: { id: nodeId(niveau_beneficiaire, beneficiaire), niveau: niveau_beneficiaire, nom: beneficiaire },
  };
  known.set(row, ends);
  return ends;
}
