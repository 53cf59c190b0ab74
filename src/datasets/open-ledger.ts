import type { Contribution } from '../model/table.ts';
import type { Flux } from './flux.ts';
import { payeeOf, payerOf } from './flux-nodes.ts';

/** The name under which beneficiaries that do not agree to be named are gathered. */
export const OTHER_BENEFICIARIES = 'Autres bénéficiaires';

/**
 * A flow that anyone may read: of one payee, or of several gathered under a common name. `contributions` is what each of
 * the gathered ones gets, for the gate; empty where everybody is named.
 */
export type OpenFlow = Flux & { readonly contributions: readonly Contribution[] };

/** The ledger as anyone may read it: payees without agreement are gathered, payer by payer. */
export function openLedger(rows: readonly Flux[]): readonly OpenFlow[] {
  const isSecret = ({ niveau_beneficiaire, accord }: Flux) => niveau_beneficiaire === 'beneficiaire' && accord !== true;
  const named = rows.filter((row) => !isSecret(row)).map((row) => ({ ...row, contributions: [] }));
  const groups = Map.groupBy(rows.filter(isSecret), (row) =>
    [row.millesime, row.statut, row.nature, payerOf(row).id].join('/'),
  );
  return [...named, ...[...groups.values()].map(gather)];
}

function gather(rows: readonly Flux[]): OpenFlow {
  const first = rows[0]!;
  return {
    ...first,
    id: [OTHER_ID, first.statut, first.nature, payerOf(first).id].join('-'),
    beneficiaire: OTHER_BENEFICIARIES,
    montant: rows.reduce((sum, { montant }) => sum + montant, 0),
    convention: null,
    debut: null,
    fin: null,
    lieu: null,
    siret: null,
    accord: null,
    contributions: rows.map((row) => [payeeOf(row).id, row.montant]),
  };
}

const OTHER_ID = 'autres';
