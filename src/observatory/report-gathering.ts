import type { Data } from '../datasets/data.ts';
import { millesimesOf } from '../datasets/millesimes.ts';
import { enumerate } from '../text/list.ts';

/**
 * What the ledger will not tell apart, told to the team before they publish: under which name, and at which payers,
 * beneficiaries are gathered that do not agree to be named. Empty where nobody is.
 */
export function reportGathering({ flux, settings }: Data): string {
  const gathered = flux.filter(({ contributions }) => contributions.length > 0);
  if (gathered.length === 0) return '';
  return [
    `Flux financiers, ${settings.region.nom} : ce qui sera réuni, pour ne nommer que ceux qui l’acceptent`,
    ...millesimesOf(gathered).flatMap((millesime) => {
      const own = gathered.filter((row) => row.millesime === millesime);
      return [...Map.groupBy(own, ({ beneficiaire }) => beneficiaire)].map(([name, rows]) => {
        const payers = [...new Set(rows.map(({ payeur }) => `« ${payeur} »`))];
        return `  ${millesime}, « ${name} » : ${enumerate(payers)}`;
      });
    }),
  ].join('\n');
}
