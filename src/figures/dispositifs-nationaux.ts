import { ranges } from '../charts/ranges.ts';
import type { Repere } from '../datasets/reperes.ts';
import type { PublishedTable, Table } from '../model/table.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { quoteRow } from './quote-row.ts';
import { cellOfRepere, champOfReperes, selectReperes, sourcesOfReperes } from './reperes-table.ts';

/** What one place may get from each national scheme, from the lowest to the highest amount. */
export const figure = defineFigure({
  id: 'dispositifs-nationaux',
  title: 'Ce qu’un lieu peut recevoir des dispositifs nationaux',
  question: 'De combien l’État aide-t-il chaque lieu ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfSchemes(selectReperes(reperes, { serie: 'dispositifs-nationaux', unite: '€' })),
  }),
  subtitle: () => 'Aide par lieu, du montant le plus bas au plus haut ; un seul montant quand l’aide est forfaitaire',
  reading({ main }) {
    const row = main.rows[0];
    return row ? `${row.attributes?.label} : ${sayRange(row)} (${row.attributes?.champ}).` : '';
  },
  quote: ({ main }) =>
    quoteRow(
      main,
      main.rows[0],
      (row) => `Le dispositif « ${row.attributes?.label} » apporte à un lieu ${sayRange(row)}`,
    ),
  summary: ({ main }) =>
    `Aide par lieu des dispositifs nationaux. ${main.rows.map((row) => `${row.attributes?.label} : ${sayRange(row)}`).join(' ; ')}.`,
  draw: ({ main }, frame) =>
    ranges(main, { category: 'dispositif', low: 'minimum', high: 'maximum', paint: frame.palette.grey }, frame),
});

/** A row a scheme: its lowest and highest help for one place, the same number twice for a flat sum. */
function tableOfSchemes(reperes: readonly Repere[]): Table {
  const helps = reperes.filter(
    ({ modalite }) => modalite === 'minimum' || modalite === 'maximum' || modalite === 'forfait',
  );
  const schemes = Object.values(Object.groupBy(helps, ({ libelle }) => libelle)).map((group) => group ?? []);
  return {
    columns: [
      { id: 'dispositif', title: 'Dispositif', role: 'key' },
      { id: 'millesime', title: 'Année', role: 'attribute' },
      { id: 'champ', title: 'Champ', role: 'attribute' },
      { id: 'source', title: 'Source', role: 'attribute' },
      { id: 'minimum', title: 'Aide la plus basse', role: 'measure', unit: '€' },
      { id: 'maximum', title: 'Aide la plus haute', role: 'measure', unit: '€' },
    ],
    rows: schemes.map((group) => {
      const [first] = group as [Repere];
      const find = (end: string) => group.find(({ modalite }) => modalite === end || modalite === 'forfait');
      return {
        key: { dispositif: first.id.replace(/-(?:minimum|maximum|forfait)$/, '') },
        attributes: { label: first.libelle, millesime: first.millesime, champ: first.champ, source: first.source },
        cells: { minimum: euros(find('minimum')), maximum: euros(find('maximum')) },
      };
    }),
    sums: [],
    champ: champOfReperes(helps),
    sources: sourcesOfReperes(helps),
  };
}

/** Where a scheme publishes one end only, the other is not available. */
function euros(repere: Repere | undefined) {
  return { ...cellOfRepere(repere), kind: 'sum' as const };
}

function sayRange({ cells }: PublishedTable['rows'][number]): string {
  const [low, high] = [formatCell(cells.minimum!, '€'), formatCell(cells.maximum!, '€')];
  return low === high ? low : `de ${low} à ${high}`;
}
