import { bars } from '../charts/bars.ts';
import { enumerate } from '../text/list.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteRows } from './quote-rows.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { withYears } from './subtitle-of.ts';

const EMPLOIS = { one: 'emploi direct', many: 'emplois directs' };

/** Direct jobs of the region by source, with who is counted. */
export const figure = defineFigure({
  id: 'emplois-selon-la-source',
  title: 'Les emplois directs, selon la source',
  question: 'Combien d’emplois les tiers-lieux portent-ils ?',
  theme: 'moyens',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'emplois', territoire: 'region', unite: 'emplois' }), {
      title: 'Comptage',
    }),
  }),
  subtitle: ({ main }) =>
    `${withYears('Emplois directs publiés pour la région', main)}. Les lieux comptés ne sont pas les mêmes`,
  finding({ main }) {
    const said = main.rows
      .filter(({ cells }) => cells.emplois?.value != null)
      .map(({ cells }) => formatCell(cells.emplois!, EMPLOIS, { bare: true }));
    return said.length === 2 ? `Emplois : deux sources, deux totaux (${said.join(' et ')})` : undefined;
  },
  reading({ main }) {
    const row = main.rows[0];
    return row
      ? `${row.attributes?.label} : ${formatCell(row.cells.emplois!, EMPLOIS)}. Qui est compté : ${row.attributes?.champ}.`
      : '';
  },
  quote: ({ main }) => {
    const said = main.rows.map(
      ({ attributes, cells }) => `${formatCell(cells.emplois!, EMPLOIS, { bare: true })} ${attributes?.champ}`,
    );
    return said.length > 1 ? quoteRows(main, main.rows, `Les sources donnent ${enumerate(said, 'ou')}`) : undefined;
  },
  summary: ({ main }) => `Emplois directs publiés, selon la source. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) =>
    bars(
      main,
      {
        category: 'repere',
        value: 'emplois',
        detail: ({ attributes }) => String(attributes?.champ ?? ''),
        paint: ({ attributes }) => (attributes?.statut === 'déclaré' ? frame.palette.own : frame.palette.grey),
      },
      frame,
    ),
});
