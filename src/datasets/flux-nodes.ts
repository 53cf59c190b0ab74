import { foldName } from '../csv/fold.ts';
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

/** The node that gives. */
export function payerOf({ niveau_payeur, payeur }: Flux): LedgerNode {
  return { id: nodeId(niveau_payeur, payeur), niveau: niveau_payeur, nom: payeur };
}

/** The node that gets. */
export function payeeOf({ niveau_beneficiaire, beneficiaire }: Flux): LedgerNode {
  return { id: nodeId(niveau_beneficiaire, beneficiaire), niveau: niveau_beneficiaire, nom: beneficiaire };
}
