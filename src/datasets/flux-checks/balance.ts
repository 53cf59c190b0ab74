import { NIVEAUX } from '../flux-options.ts';
import { type Crossing, listCrossings } from './crossings.ts';
import type { LedgerCheck } from './rule.ts';
import { findMixed } from './statuses.ts';
import { faultOfName, groupRows, stateKey, sumRows, tellEuros, tellName, tellState } from './tell.ts';

/** A dispositif or an action gives what it gets, to the cent, in each exercice, status and nature; a named remainder says the rest. */
export const checkBalance: LedgerCheck = (ledger) => {
  if (!ledger.isWhole) return [];
  // Told by itself: its balance would say the same twice.
  const mixed = new Set(findMixed(ledger.rows).map(keyOf));
  return groupRows(ledger.rows, stateKey).flatMap((rows) =>
    listCrossings(rows).flatMap((crossing) => {
      const { node, incoming, outgoing } = crossing;
      const [comes, goes] = [sumRows(incoming), sumRows(outgoing)];
      if (comes === goes || mixed.has(keyOf(crossing))) return [];
      const gap = tellEuros(Math.abs(comes - goes));
      const side = outgoing.length > 0 ? 'payeur' : 'beneficiaire';
      const row = (outgoing[0] ?? incoming[0])!;
      const name = tellName(row, side);
      const itself = `« ${name} » (${NIVEAUX[node.niveau]})`;
      const fault = faultOfName(ledger, row, side, {
        problem: `« ${name} » reçoit ${tellEuros(comes)} et donne ${tellEuros(goes)} (${tellState(row)}) : ${gap} de ${goes > comes ? 'trop' : 'moins'}`,
        expected:
          goes > comes
            ? `autant donné que reçu, ou une ligne de plus, d’un reste nommé (« Report », niveau « ${NIVEAUX.reste} ») à ${itself} : ${gap}`
            : `autant donné que reçu, ou une ligne de plus, de ${itself} à un reste nommé (« Reste à répartir », niveau « ${NIVEAUX.reste} ») : ${gap}`,
      });
      return [{ ...fault, apart: true }];
    }),
  );
};

function keyOf({ node, incoming, outgoing }: Crossing): string {
  const { millesime, nature } = (incoming[0] ?? outgoing[0])!;
  return `${millesime}/${nature}/${node.id}`;
}
