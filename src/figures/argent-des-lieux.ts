import { numbers } from '../charts/numbers.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteRow } from './quote-row.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { withYears } from './subtitle-of.ts';

/** The one amount that the network's project quotes, and the share of its origin. */
export const figure = defineFigure({
  id: 'argent-des-lieux',
  title: 'Le montant que cite le projet du réseau, et son origine',
  question: 'De quel argent les tiers-lieux de la région vivent-ils ?',
  theme: 'moyens',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(
      [
        ...selectReperes(reperes, { serie: 'montant-regional', territoire: 'region', unite: '€' }),
        ...selectReperes(reperes, { serie: 'origine-du-montant', territoire: 'region', unite: '%' }),
      ],
      { title: 'Mesure' },
    ),
  }),
  subtitle: ({ main }) =>
    `${withYears('Montant et origine, tels que cités', main)}. Nous ne savons pas ce que le montant recouvre`,
  reading({ main }) {
    const row = main.rows[0];
    return row?.cells.montant
      ? `Le projet du réseau cite ${formatCell(row.cells.montant, '€', { prose: true })} (${row.attributes?.champ}).`
      : '';
  },
  quote: ({ main }) =>
    quoteRow(
      main,
      main.rows.find(({ cells }) => cells.montant?.value != null),
      (row) =>
        `Le projet du réseau cite ${formatCell(row.cells.montant!, '€', { prose: true })}, sans que l’on sache ce que ce montant recouvre`,
    ),
  summary: ({ main }) => `Montant cité par le projet du réseau. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => numbers(main, { category: 'repere', value: ['montant', 'part'] }, frame),
});
