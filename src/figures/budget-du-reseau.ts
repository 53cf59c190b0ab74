import { numbers } from '../charts/numbers.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteRow } from './quote-row.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { withYears } from './subtitle-of.ts';

/** The network's budget as published, a large number with its year and source. */
export const figure = defineFigure({
  id: 'budget-du-reseau',
  title: 'Le budget du réseau : le seul montant que nous connaissions',
  question: 'Avec quel budget le réseau vit-il ?',
  theme: 'moyens',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'budget-du-reseau', territoire: 'reseau', unite: '€' }), {
      title: 'Budget',
      attributes: ({ source, millesime }) => ({ precisions: [millesime, source].filter(Boolean).join(', ') }),
    }),
  }),
  subtitle: ({ main }) => `${withYears('Budget tel que publié', main)}. Aucun budget complet n’est public`,
  reading({ main }) {
    const row = main.rows[0];
    return row
      ? `D’après ${row.attributes?.source}, le budget de ${row.attributes?.millesime ?? 'cette année-là'} est de ${formatCell(row.cells.montant!, '€', { prose: true })}.`
      : '';
  },
  quote: ({ main }) =>
    quoteRow(
      main,
      main.rows.find(({ attributes }) => attributes?.millesime),
      ({ cells, attributes }) =>
        `Le budget du réseau était de ${formatCell(cells.montant!, '€', { prose: true })} en ${attributes?.millesime}`,
    ),
  summary: ({ main }) => `Budget publié du réseau. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => numbers(main, { category: 'repere', value: 'montant', detail: 'precisions' }, frame),
});
