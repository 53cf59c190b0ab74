import { bars } from '../charts/bars.ts';
import type { PublishedTable } from '../model/table.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { sharesSubtitle } from './subtitle-of.ts';

/** Each region's share of the places of France, ours in its own colour. */
export const figure = defineFigure({
  id: 'parts-des-regions',
  title: 'La part de chaque région dans les tiers-lieux de France',
  question: 'Quelle place la région tient-elle parmi les tiers-lieux de France ?',
  theme: 'combien',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes, settings }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'parts-regions', unite: '%' }), {
      title: 'Région',
      attributes: ({ modalite }) => ({ ici: modalite === settings.region.id ? settings.region.en : null }),
    }),
  }),
  subtitle: ({ main }) => `${sharesSubtitle(main)} ; parts arrondies par la source`,
  finding({ main }) {
    const row = findOwn(main);
    return row
      ? `${formatCell(row.cells.part!, '%')} des tiers-lieux comptés en France sont ${row.attributes?.ici}`
      : undefined;
  },
  reading({ main }) {
    const row = main.rows[0];
    return row
      ? `${row.attributes?.label} : ${formatCell(row.cells.part!, '%')} des tiers-lieux comptés en France sont dans cette région.`
      : '';
  },
  summary: ({ main }) => `Part de chaque région dans les tiers-lieux comptés en France. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) =>
    bars(
      main,
      {
        category: 'repere',
        value: 'part',
        paint: ({ attributes }) => (attributes?.ici ? frame.palette.own : frame.palette.grey),
      },
      frame,
    ),
});

function findOwn({ rows }: PublishedTable) {
  return rows.find(({ attributes, cells }) => attributes?.ici && cells.part?.value != null);
}
