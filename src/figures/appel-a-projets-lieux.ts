import { bars } from '../charts/bars.ts';
import { UNITES } from '../datasets/reperes.ts';
import { lowerFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteRow } from './quote-row.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';

/** Places helped by the metropolis's call for projects, publication by publication: periods overlap, nothing is summed. */
export const figure = defineFigure({
  id: 'appel-a-projets-lieux',
  title: 'L’appel à projets de la métropole : les lieux aidés et l’objectif',
  question: 'Combien de lieux la métropole aide-t-elle ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(
      selectReperes(reperes, { serie: 'appel-a-projets', territoire: 'metropole', unite: 'lieux' }),
      {
        title: 'Lieux',
        attributes: ({ statut, source }) => ({ publication: statut === 'objectif' ? `Objectif : ${source}` : source }),
      },
    ),
  }),
  subtitle: () => 'Nombre de lieux, par publication ; les périodes se recouvrent et ne s’additionnent pas',
  reading({ main }) {
    const row = main.rows.find(({ attributes }) => attributes?.modalite === 'total-lieux') ?? main.rows[0];
    return row
      ? `${row.attributes?.label} : ${formatCell(row.cells.lieux!, UNITES.lieux)} (${row.attributes?.source}).`
      : '';
  },
  quote: ({ main }) =>
    quoteRow(
      main,
      main.rows.find(({ attributes }) => attributes?.modalite === 'total-lieux') ?? main.rows[0],
      ({ attributes, cells }) =>
        `L’appel à projets de la métropole compte ${formatCell(cells.lieux!, UNITES.lieux, { bare: true })} ${lowerFirst(String(attributes?.label))}`,
    ),
  summary: ({ main }) => `Lieux aidés par l’appel à projets, par publication. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) =>
    bars(
      main,
      { category: 'repere', value: 'lieux', group: 'publication', sort: 'given', paint: () => frame.palette.grey },
      frame,
    ),
});
