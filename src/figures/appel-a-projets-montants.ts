import { numbers } from '../charts/numbers.ts';
import { enumerate } from '../text/list.ts';
import { plural } from '../text/plural.ts';
import { lowerFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteRow } from './quote-row.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';

/** Amounts of the metropolis's call for projects as large numbers: averages and totals are not of one kind. */
export const figure = defineFigure({
  id: 'appel-a-projets-montants',
  title: 'L’appel à projets de la métropole : ce qui est attribué',
  question: 'Combien la métropole donne-t-elle aux tiers-lieux ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'appel-a-projets', territoire: 'metropole', unite: '€' }), {
      title: 'Montant publié',
      attributes: ({ millesime, base }) => ({
        precisions: [millesime ?? 'année non précisée', base && `${base} lieux`].filter(Boolean).join(', '),
      }),
    }),
  }),
  subtitle: () => 'Montants publiés. Une moyenne par lieu et un total sur plusieurs années ne se comparent pas',
  finding({ main }) {
    const averages = main.rows
      .filter(({ attributes, cells }) => attributes?.modalite === 'moyenne' && cells.montant?.value != null)
      .map(({ cells }) => formatCell(cells.montant!, '€'));
    return averages.length > 1
      ? `L’aide moyenne par lieu est publiée ${averages.length === 2 ? 'deux' : averages.length} fois : ${enumerate(averages)}`
      : undefined;
  },
  reading({ main }) {
    const row = main.rows.at(-1);
    const base = row?.cells.montant?.base;
    return row
      ? `${row.attributes?.label} : ${formatCell(row.cells.montant!, '€')}${base ? `, pour ${plural(base, 'lieu', 'lieux')}` : ''}.`
      : '';
  },
  quote: ({ main }) =>
    quoteRow(
      main,
      main.rows.find(({ attributes }) => attributes?.modalite === 'total'),
      (row) =>
        `Pour l’appel à projets de la métropole, le ${lowerFirst(String(row.attributes?.label))} est de ${formatCell(row.cells.montant!, '€')}`,
    ),
  summary: ({ main }) => `Montants publiés de l’appel à projets. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => numbers(main, { category: 'repere', value: 'montant', detail: 'precisions' }, frame),
});
