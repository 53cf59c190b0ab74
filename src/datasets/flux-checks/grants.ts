import { fold } from '../../text/fold.ts';
import { payerOf } from '../flux-nodes.ts';
import { STATUTS } from '../flux-options.ts';
import type { LedgerCheck } from './rule.ts';
import { groupRows, sumRows, tellEuros } from './tell.ts';

const STEPS = [
  ['demande', 'notifie'],
  ['notifie', 'verse'],
] as const;

/** What is paid is at most what was notified, and that at most what was asked for: all exercices together, else a warning. */
export const checkGrants: LedgerCheck = ({ rows, fault }) => {
  const referenced = rows.filter(({ convention }) => convention !== null);
  const grants = groupRows(referenced, (row) => `${payerOf(row).id}/${fold(row.convention!)}/${row.nature}`);
  return grants.flatMap((grant) =>
    STEPS.flatMap(([before, after]) => {
      const [former, latter] = [before, after].map((status) => grant.filter(({ statut }) => statut === status));
      const [most, sum] = [sumRows(former!), sumRows(latter!)];
      // What an older exercice said may lie in a file that nobody kept.
      if (former!.length === 0 || sum <= most) return [];
      return [
        fault(latter!.at(-1)!, 'montant', {
          level: 'avertissement',
          problem: `convention « ${latter![0]!.convention} » : ${tellEuros(sum)} en « ${STATUTS[after]} » pour ${tellEuros(most)} en « ${STATUTS[before]} »`,
          expected: `au plus ${tellEuros(most)}, ou la ligne « ${STATUTS[before]} » qui manque`,
        }),
      ];
    }),
  );
};
