import { numbers } from '../charts/numbers.ts';
import { UNITES } from '../datasets/reperes.ts';
import { upperFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { withYears } from './subtitle-of.ts';

/** Structures that places host, and the share of some of them. */
export const figure = defineFigure({
  id: 'structures-hebergees',
  title: 'Les structures hébergées par les lieux répondants',
  question: 'Qui les tiers-lieux hébergent-ils ?',
  theme: 'pour qui',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'structures', territoire: 'region' }), {
      title: 'Structures',
    }),
  }),
  subtitle: ({ main }) => withYears('Structures accueillies par les lieux qui ont répondu', main),
  finding({ main }) {
    const cell = main.rows.find(({ cells }) => cells.structures?.value != null)?.cells.structures;
    if (!cell) return undefined;
    return upperFirst(`${formatCell(cell, UNITES.structures)} sont hébergées par les lieux répondants`);
  },
  reading({ main }) {
    const row = main.rows.find(({ cells }) => cells.part?.value != null);
    return row
      ? `${row.attributes?.label} : ${formatCell(row.cells.part!, '%')} des structures hébergées. C’est une part des structures, et non des lieux.`
      : '';
  },
  summary: ({ main }) => `Structures hébergées par les lieux répondants. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => numbers(main, { category: 'repere', value: ['structures', 'part'] }, frame),
});
