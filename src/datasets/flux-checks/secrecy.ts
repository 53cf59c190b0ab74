import { payerOf } from '../flux-nodes.ts';
import type { LedgerCheck } from './rule.ts';
import { faultOfName } from './tell.ts';

/** A payer whose payees cannot be gathered so that none is given back: nothing of the ledger may then be published. */
export const checkSecrecy: LedgerCheck = (ledger) =>
  ledger.unprotected.flatMap(({ id }) => {
    const row = ledger.rows.find((one) => payerOf(one).id === id);
    if (!row) return [];
    return [
      faultOfName(ledger, row, 'payeur', {
        problem: 'trop peu de flux pour taire les bénéficiaires qui n’ont pas donné leur accord',
        expected: 'leur accord, ou un payeur d’au moins trois bénéficiaires dont aucun n’a presque tout',
      }),
    ];
  });
