import { plural } from '../../text/plural.ts';
import { payeeOf } from '../flux-nodes.ts';
import type { LedgerCheck } from './rule.ts';
import { groupRows, tellByFile } from './tell.ts';

/** Whether a beneficiary agrees to be named is said, and said once: a warning, since without agreement it is not named. */
export const checkAgreements: LedgerCheck = ({ rows, fault }) => {
  const own = rows.filter(({ niveau_beneficiaire }) => niveau_beneficiaire === 'beneficiaire');
  const byPayee = groupRows(own, (row) => `${row.millesime}/${payeeOf(row).id}`);
  const torn = byPayee.filter((alike) => new Set(alike.map(({ accord }) => accord)).size > 1 && alike.some(said));
  const silent = own
    .filter(({ accord }) => accord === null)
    .filter((row) => !torn.some((alike) => alike.includes(row)));
  const counts = new Map(
    groupRows(silent, ({ millesime }) => millesime).map((alike) => [
      alike[0]!.millesime,
      new Set(alike.map((row) => payeeOf(row).id)).size,
    ]),
  );
  return [
    ...tellByFile(silent, (row) =>
      fault(row, 'accord', {
        level: 'avertissement',
        problem: `accord non dit pour ${plural(counts.get(row.millesime)!, 'bénéficiaire', 'bénéficiaires')}`,
        expected: '« oui » ou « non » ; sans réponse, un bénéficiaire n’est pas nommé',
      }),
    ),
    ...torn.flatMap((alike) =>
      tellByFile(alike, (row) =>
        fault(row, 'accord', {
          level: 'avertissement',
          problem: 'accord dit de deux façons pour un même bénéficiaire',
          expected: 'la même réponse à chaque ligne ; d’ici là, il n’est pas nommé',
        }),
      ),
    ),
  ];
};

function said({ accord }: { readonly accord: boolean | null }): boolean {
  return accord !== null;
}
