import type { Fault } from '../../csv/fault.ts';
import { fold } from '../../text/fold.ts';
import type { Flux } from '../flux.ts';
import { payeeOf, payerOf } from '../flux-nodes.ts';
import type { Ledger } from '../ledger.ts';
import type { LedgerCheck } from './rule.ts';
import { groupRows, stateKey, tellName } from './tell.ts';

/** A grant is counted once: not on two lines, nor both on its way through a dispositif and past it. */
export const checkDoubles: LedgerCheck = (ledger) => [
  ...findRepeated(ledger),
  ...findAlike(ledger),
  ...findTwoWays(ledger),
];

function findRepeated({ rows, fault }: Ledger): readonly Fault[] {
  const referenced = rows.filter(({ convention }) => convention !== null);
  return groupRows(referenced, (row) => `${grantKey(row)}/${payeeOf(row).id}`).flatMap(([first, ...others]) =>
    others.map((row) =>
      fault(row, 'convention', {
        problem: `subvention déjà comptée à la ligne ${fault(first!, 'convention', SPOT).line}`,
        expected:
          'une seule ligne pour un payeur, un bénéficiaire, une convention et un statut : les acomptes s’additionnent',
      }),
    ),
  );
}

/** Without a reference, lines that say the same may be two grants. */
function findAlike({ rows, fault }: Ledger): readonly Fault[] {
  const unnamed = rows.filter(({ convention }) => convention === null);
  const said = (row: Flux) =>
    [stateKey(row), payerOf(row).id, payeeOf(row).id, row.montant, row.debut, row.fin].join('/');
  return groupRows(unnamed, said).flatMap(([first, ...others]) =>
    others.map((row) =>
      fault(row, 'montant', {
        level: 'avertissement',
        problem: `tout comme la ligne ${fault(first!, 'montant', SPOT).line}`,
        expected: 'une convention ou une période qui les distingue, ou une seule des deux lignes',
      }),
    ),
  );
}

/** One reference of a funder that goes to a dispositif, and to something further as well. */
function findTwoWays({ rows, fault }: Ledger): readonly Fault[] {
  const given = rows.filter(({ convention, niveau_payeur }) => convention !== null && niveau_payeur === 'financeur');
  return groupRows(given, grantKey).flatMap((grant) => {
    const through = grant.find(({ niveau_beneficiaire }) => niveau_beneficiaire === 'dispositif');
    const past = grant.filter(({ niveau_beneficiaire }) => niveau_beneficiaire !== 'dispositif');
    if (!through) return [];
    return past.map((row) =>
      fault(row, 'convention', {
        problem: `subvention comptée deux fois : à la ligne ${fault(through, 'convention', SPOT).line}, elle passe par « ${tellName(through, 'beneficiaire')} »`,
        expected: 'un seul chemin ; deux parts d’une même subvention portent deux références',
      }),
    );
  });
}

/** Only the line of such a fault is read. */
const SPOT = { expected: '' };

function grantKey(row: Flux): string {
  return `${stateKey(row)}/${payerOf(row).id}/${fold(row.convention ?? '')}`;
}
