import { bars } from '../charts/bars.ts';
import { NO_BREAK } from '../text/number.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteRow } from './quote-row.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';

/** What places of France do, as the network's project quotes it. */
export const figure = defineFigure({
  id: 'priorites-en-france',
  title: 'Les lieux de France, d’après le projet du réseau',
  question: 'Que font les tiers-lieux en France ?',
  theme: 'transitions',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'priorites', territoire: 'france', unite: '%' }), {
      title: 'Part citée',
    }),
  }),
  subtitle: ({ main }) =>
    `En${NO_BREAK}% des ${main.champ}. Ni leur base ni leur année ne sont connues ; les parts se recouvrent`,
  reading({ main }) {
    const row = main.rows[0];
    return row
      ? `${row.attributes?.label} : ${formatCell(row.cells.part!, '%')} des lieux de France, d’après le projet.`
      : '';
  },
  quote: ({ main }) =>
    quoteRow(
      main,
      main.rows.find(({ attributes }) => attributes?.modalite === 'rural'),
      (row) =>
        `D’après le projet du réseau, qui n’en donne pas la base, ${formatCell(row.cells.part!, '%')} des lieux de France sont en milieu rural ou dans une petite ville`,
    ),
  summary: ({ main }) => `Parts citées par le projet du réseau pour la France. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => bars(main, { category: 'repere', value: 'part', paint: () => frame.palette.grey }, frame),
});
