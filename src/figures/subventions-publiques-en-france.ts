import { bars } from '../charts/bars.ts';
import { formatNumber } from '../text/number.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteRow } from './quote-row.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { partitive, sharesSubtitle } from './subtitle-of.ts';

/** Share of public subsidies in the turnover of places in France. */
export const figure = defineFigure({
  id: 'subventions-publiques-en-france',
  title: 'La part des subventions publiques dans le chiffre d’affaires, en France',
  question: 'Quelle part vient de l’argent public ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'subventions-publiques', territoire: 'france', unite: '%' }), {
      title: 'Ressource',
    }),
  }),
  subtitle: ({ main }) => sharesSubtitle(main),
  finding({ main }) {
    const cell = main.rows[0]?.cells.part;
    return cell && cell.value !== null
      ? `En France, les subventions publiques font ${formatCell(cell, '%')} du chiffre d’affaires des lieux répondants`
      : undefined;
  },
  reading({ main }) {
    const value = main.rows[0]?.cells.part?.value;
    return value == null
      ? ''
      : `Sur 100 € de chiffre d’affaires des lieux répondants, ${formatNumber(value)} € viennent de subventions publiques.`;
  },
  quote: ({ main }) =>
    quoteRow(
      main,
      main.rows.find(({ cells }) => cells.part?.value != null),
      (row) =>
        `${formatCell(row.cells.part!, '%')} ${partitive(String(row.attributes?.champ))} viennent de subventions publiques`,
    ),
  summary: ({ main }) => `Part des subventions publiques dans le chiffre d’affaires. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) =>
    bars(main, { category: 'repere', value: 'part', max: 100, paint: () => frame.palette.grey }, frame),
});
