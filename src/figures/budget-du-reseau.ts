import { numbers } from '../charts/numbers.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { withYears } from './subtitle-of.ts';

export const figure = defineFigure({
  id: 'budget-du-reseau',
  title: 'Le budget du réseau : un seul montant public',
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
  subtitle: ({ main }) => withYears('Budget tel que publié ; aucun budget complet n’est public', main),
  reading({ main }) {
    const row = main.rows[0];
    return row
      ? `${row.attributes?.label}, ${row.attributes?.precisions} : ${formatCell(row.cells.montant!, '€')}.`
      : '';
  },
  summary: ({ main }) => `Budget publié du réseau. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => numbers(main, { category: 'repere', value: 'montant', detail: 'precisions' }, frame),
});
