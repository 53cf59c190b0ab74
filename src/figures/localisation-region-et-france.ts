import { bars } from '../charts/bars.ts';
import type { Data } from '../datasets/data.ts';
import type { Repere } from '../datasets/reperes.ts';
import { NO_BREAK } from '../text/number.ts';
import { lowerFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { quoteRow } from './quote-row.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { partitive, withYears } from './subtitle-of.ts';

/** Where places lie by two classifications side by side: the region's and France's classes differ. */
export const figure = defineFigure({
  id: 'localisation-region-et-france',
  title: 'La région et la France classent leurs lieux autrement',
  question: 'Les lieux de la région sont-ils situés comme ceux de France ?',
  theme: 'où',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: (data) => ({
    main: tableOfReperes(
      [
        ...selectReperes(data.reperes, { serie: 'localisation', territoire: 'region' }),
        ...selectReperes(data.reperes, { serie: 'localisation', territoire: 'france' }),
      ],
      { title: 'Localisation', attributes: (repere) => ({ classement: nameClasses(repere, data) }) },
    ),
  }),
  subtitle: ({ main }) =>
    `${withYears(`En${NO_BREAK}%`, main)}. Les classes diffèrent : elles se lisent côte à côte, sans soustraction`,
  reading({ main }) {
    const row = main.rows[0];
    return row
      ? `${row.attributes?.classement} : ${formatCell(row.cells.part!, '%')} des lieux répondants sont ${lowerFirst(String(row.attributes?.label))}.`
      : '';
  },
  quote: ({ main }) =>
    quoteRow(
      main,
      main.rows.find(({ cells }) => cells.part?.value != null),
      ({ cells, attributes }) =>
        `${formatCell(cells.part!, '%')} ${partitive(String(attributes?.champ))} sont ${lowerFirst(String(attributes?.label))}`,
    ),
  summary({ main }) {
    const groups = Map.groupBy(main.rows, ({ attributes }) => String(attributes?.classement));
    const said = [...groups].map(([name, rows]) => `${name} : ${listValues(main, 'repere', rows)}.`);
    return ['Des classements qui ne se comparent pas.', ...said].join(' ');
  },
  draw: ({ main }, frame) =>
    bars(
      main,
      {
        category: 'repere',
        value: 'part',
        group: 'classement',
        sort: 'given',
        max: 100,
        paint: ({ attributes }) => (attributes?.territoire === 'région' ? frame.palette.own : frame.palette.grey),
      },
      frame,
    ),
});

function nameClasses({ territoire, modalite }: Repere, { settings }: Data): string {
  if (territoire === 'region') return `${settings.region.nom}, classes du recensement régional`;
  return modalite === 'hors-metropoles' ? 'France, dans ou hors des métropoles' : 'France, classes nationales';
}
