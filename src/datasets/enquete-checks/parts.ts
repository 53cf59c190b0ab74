import type { Check } from '../define.ts';
import type { Reponse } from '../enquete.ts';
import { CONTRATS } from '../enquete-options.ts';

type Count = keyof { [Id in keyof Reponse as Reponse[Id] extends number | null ? Id : never]: true };

/** "The first counts some of what the second counts": it cannot be greater. */
const PARTS: readonly (readonly [part: Count, whole: Count, wholeTitle: string])[] = [
  ['emplois_femmes', 'emplois_total', 'Emplois directs'],
  ['structures_fabrication', 'structures_hebergees', 'Structures hébergées'],
  ['membres_instances_femmes', 'membres_instances', 'Membres des instances'],
];

const CONTRACTS = Object.keys(CONTRATS) as (keyof typeof CONTRATS)[];

/** A part of a count is at most the count; full-time equivalents and contracts that exceed the jobs are doubtful. */
export const checkParts: Check<Reponse> = (rows, fault) =>
  rows.flatMap((row) => {
    const greater = PARTS.flatMap(([part, whole, title]) =>
      exceeds(row[part], row[whole])
        ? [fault(row, part, { problem: `plus que « ${title} »`, expected: `au plus ${row[whole]}` })]
        : [],
    );
    const doubtful = { problem: 'plus que « Emplois directs »', level: 'avertissement' } as const;
    const contracts = CONTRACTS.reduce((sum, contract) => sum + (row[contract] ?? 0), 0);
    if (exceeds(row.emplois_etp, row.emplois_total)) {
      greater.push(fault(row, 'emplois_etp', { ...doubtful, expected: `au plus ${row.emplois_total}` }));
    }
    if (exceeds(contracts, row.emplois_total)) {
      greater.push(
        fault(row, 'emplois_total', {
          level: 'avertissement',
          problem: `les contrats détaillés font ${contracts} emplois`,
          expected: `au moins ${contracts}`,
        }),
      );
    }
    return greater;
  });

function exceeds(part: number | null, whole: number | null): boolean {
  return part !== null && whole !== null && part > whole;
}
