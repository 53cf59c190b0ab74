import { formatValue } from '../../text/value.ts';
import type { Check } from '../define.ts';
import type { Reponse } from '../enquete.ts';
import { RESSOURCES } from '../enquete-options.ts';

const KINDS = Object.keys(RESSOURCES) as (keyof typeof RESSOURCES)[];

/** Gap allowed between a total and its parts: people round. */
const TOLERANCE = 0.01;

/** The resources add up to their total within 1 %, and wages stay under the year's costs; else a warning. */
export const checkMoney: Check<Reponse> = (rows, fault) =>
  rows.flatMap((row) => {
    const faults = [];
    const known = KINDS.filter((resource) => row[resource] !== null);
    const sum = known.reduce((total, resource) => total + (row[resource] ?? 0), 0);
    const total = row.ressources_total;
    if (total !== null && known.length > 0) {
      const complete = known.length === KINDS.length;
      const gap = complete ? Math.abs(sum - total) : sum - total;
      if (gap > Math.max(total, sum) * TOLERANCE) {
        faults.push(
          fault(row, 'ressources_total', {
            level: 'avertissement',
            problem: `les ressources détaillées font ${formatValue(sum, '€')}`,
            expected: `leur somme, à ${TOLERANCE * 100} % près`,
          }),
        );
      }
    }
    if (row.masse_salariale !== null && row.charges_total !== null && row.masse_salariale > row.charges_total) {
      faults.push(
        fault(row, 'masse_salariale', {
          level: 'avertissement',
          problem: 'plus que « Charges de l’année »',
          expected: `au plus ${formatValue(row.charges_total, '€')}`,
        }),
      );
    }
    return faults;
  });
