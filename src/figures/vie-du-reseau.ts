import { numbers } from '../charts/numbers.ts';
import { lowerFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { withYears } from './subtitle-of.ts';

const CERCLES = { one: 'cercle', many: 'cercles' };

/** Circles of the network and places that take part. */
export const figure = defineFigure({
  id: 'vie-du-reseau',
  title: 'Les cercles du réseau et les lieux de son projet',
  question: 'Comment le réseau s’organise-t-il ?',
  theme: 'avec qui',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'vie-du-reseau', territoire: 'reseau' }), { title: 'Mesure' }),
  }),
  subtitle: ({ main }) => withYears('Nombres annoncés par le projet du réseau', main),
  reading({ main }) {
    const row = main.rows.find(({ cells }) => cells.cercles?.value != null);
    return row
      ? `Le projet du réseau annonce ${formatCell(row.cells.cercles!, CERCLES, { bare: true })} ${lowerFirst(String(row.attributes?.label))}.`
      : '';
  },
  summary: ({ main }) => `Cercles et lieux du réseau. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => numbers(main, { category: 'repere', value: ['cercles', 'lieux'] }, frame),
});
