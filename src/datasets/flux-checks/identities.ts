import type { Flux } from '../flux.ts';
import { payeeOf } from '../flux-nodes.ts';
import type { LedgerCheck } from './rule.ts';
import { groupRows, tellByFile, tellName } from './tell.ts';

const NUMBERS = [
  ['lieu', 'un même lieu sous deux noms'],
  ['siret', 'un même SIRET sous deux noms'],
] as const;

/**
 * One beneficiary under two names: it would count as two. An error where it does not agree to be named everywhere, since
 * one name would give the other away, and two names would pass for two of those that hide each other.
 */
export const checkIdentities: LedgerCheck = ({ rows, fault }) =>
  NUMBERS.flatMap(([column, problem]) => {
    const numbered = rows.filter((row) => row.niveau_beneficiaire === 'beneficiaire' && row[column] !== null);
    return groupRows(numbered, (row) => row[column]!).flatMap((alike) => {
      const [first] = alike;
      const others = alike.filter((row) => payeeOf(row).id !== payeeOf(first!).id);
      return tellByFile(others, (row) =>
        fault(row, column, {
          level: alike.every(isAgreed) ? 'avertissement' : 'erreur',
          problem,
          expected: 'un seul nom pour un bénéficiaire, sinon il compte pour deux',
          nearest: tellName(first!, 'beneficiaire'),
        }),
      );
    });
  });

function isAgreed({ accord }: Flux): boolean {
  return accord === true;
}
