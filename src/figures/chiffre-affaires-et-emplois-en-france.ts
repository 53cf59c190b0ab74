import { numbers } from '../charts/numbers.ts';
import { UNITES } from '../datasets/reperes.ts';
import { enumerate } from '../text/list.ts';
import { lowerFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { withYears } from './subtitle-of.ts';

/** Turnover and jobs in France, publication by publication, as large numbers. */
export const figure = defineFigure({
  id: 'chiffre-affaires-et-emplois-en-france',
  title: 'Le chiffre d’affaires et les emplois des tiers-lieux de France',
  question: 'Combien pèsent les tiers-lieux en France ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows({ reperes }) {
    const amounts = selectReperes(reperes, { serie: 'chiffre-affaires', territoire: 'france', unite: '€' });
    const jobs = selectReperes(reperes, { serie: 'emplois', territoire: 'france', unite: 'emplois' });
    const publications = Array.from({ length: Math.max(amounts.length, jobs.length) }, (_, i) => [amounts[i], jobs[i]]);
    return {
      main: tableOfReperes(
        publications.flat().filter((repere) => repere !== undefined),
        { title: 'Mesure' },
      ),
    };
  },
  subtitle: ({ main }) => withYears('Nombres publiés pour la France, région comprise', main),
  finding({ main }) {
    const amounts = main.rows.flatMap(({ cells }) => cells.montant?.value ?? []);
    const jobs = main.rows.flatMap(({ cells }) => cells.emplois?.value ?? []);
    return new Set(amounts).size === 2 && new Set(jobs).size === 2
      ? 'En France, le chiffre d’affaires et les emplois sont publiés deux fois, avec deux totaux'
      : undefined;
  },
  reading({ main }) {
    const [amount, jobs] = [main.rows.find(({ cells }) => cells.montant), main.rows.find(({ cells }) => cells.emplois)];
    return amount && jobs
      ? `La première publication donne ${formatCell(amount.cells.montant!, '€', { prose: true })} et ${formatCell(jobs.cells.emplois!, UNITES.emplois)}.`
      : '';
  },
  quote({ main }) {
    const amounts = main.rows.flatMap(({ cells }) =>
      cells.montant?.value == null ? [] : formatCell(cells.montant, '€', { prose: true }),
    );
    const jobs = main.rows.flatMap(({ cells }) => cells.emplois ?? []);
    const last = jobs.pop();
    if (amounts.length === 0 || !last) return undefined;
    const said = amounts.map((amount, index) =>
      index < amounts.length - 1 ? amount.replace(/ d’euros$/, '') : amount,
    );
    const counts = [
      ...jobs.map((cell) => formatCell(cell, UNITES.emplois, { bare: true })),
      formatCell(last, UNITES.emplois),
    ];
    return {
      text: `Les ${lowerFirst(main.champ)}, ont ${enumerate(said, 'ou')} de chiffre d’affaires et ${enumerate(counts, 'ou')} selon la publication`,
    };
  },
  summary: ({ main }) => `Chiffre d’affaires et emplois des tiers-lieux de France. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => numbers(main, { category: 'repere', value: ['montant', 'emplois'] }, frame),
});
