import { bars } from '../charts/bars.ts';
import { upperFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteRow } from './quote-row.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';

/** What national schemes were announced to hold in all. */
export const figure = defineFigure({
  id: 'enveloppes-nationales',
  title: 'Les enveloppes annoncées des dispositifs nationaux',
  question: 'Combien les dispositifs nationaux pèsent-ils ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(
      selectReperes(reperes, { serie: 'dispositifs-nationaux', unite: '€' }).filter(
        ({ modalite }) => modalite === 'enveloppe',
      ),
      { title: 'Dispositif' },
    ),
  }),
  subtitle: () => 'Montants annoncés pour la France entière ; annoncé ne veut pas dire versé',
  reading({ main }) {
    const row = main.rows[0];
    return row
      ? `${row.attributes?.label} : ${formatCell(row.cells.montant!, '€', { prose: true })} (${row.attributes?.champ}).`
      : '';
  },
  quote: ({ main }) =>
    quoteRow(
      main,
      main.rows[0],
      (row) =>
        `${upperFirst(formatCell(row.cells.montant!, '€', { prose: true }))} sont annoncés pour le dispositif « ${row.attributes?.label} », dans la France entière`,
    ),
  summary: ({ main }) => `Enveloppes annoncées des dispositifs nationaux. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) =>
    bars(
      main,
      {
        category: 'repere',
        value: 'montant',
        detail: ({ attributes }) => String(attributes?.champ ?? ''),
        paint: () => frame.palette.grey,
      },
      frame,
    ),
});
