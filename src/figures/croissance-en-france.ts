import { lines } from '../charts/lines.ts';
import { UNITES } from '../datasets/reperes.ts';
import type { PublishedRow, PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { quoteRows } from './quote-rows.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';

const TIERS_LIEUX = { one: 'tiers-lieu', many: 'tiers-lieux' };

/** Counts of places in France by year; a line joins those of one source only. */
export const figure = defineFigure({
  id: 'croissance-en-france',
  title: 'Le nombre de tiers-lieux en France, par source',
  question: 'Y a-t-il de plus en plus de tiers-lieux ?',
  theme: 'combien',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows({ reperes }) {
    const counts = selectReperes(reperes, { serie: 'nombre-de-lieux', territoire: 'france' }).filter(
      ({ millesime }) => millesime !== null,
    );
    const table = tableOfReperes(counts, { title: 'Comptage' });
    const years = [...new Set(counts.map(({ millesime }) => millesime!))].sort();
    return {
      main: {
        ...table,
        columns: [
          { id: 'annee', title: 'Année', role: 'key', labels: Object.fromEntries(years.map((year) => [year, year])) },
          ...table.columns.filter(({ id }) => id !== 'millesime'),
        ],
        rows: table.rows.map((row, index) => ({ ...row, key: { annee: counts[index]!.millesime!, ...row.key } })),
      },
    };
  },
  subtitle: () => 'Lieux comptés, France entière, région comprise. Un trait ne joint que des nombres de même source',
  finding({ main }) {
    const longest = seriesOf(main)[0];
    const [first, last] = [longest?.[0], longest?.at(-1)];
    if (!first || !last || first === last || first.cells.lieux!.value! >= last.cells.lieux!.value!) return undefined;
    return `Une même source compte ${formatCell(first.cells.lieux!, UNITES.lieux)} en ${first.key.annee}, puis ${formatCell(last.cells.lieux!, UNITES.lieux, { bare: true })} en ${last.key.annee}`;
  },
  reading({ main }) {
    const row = main.rows[0];
    return row ? `Chaque point est un comptage. ${row.attributes?.source} : ${countIn(row)}.` : '';
  },
  quote({ main }) {
    const rows = seriesOf(main)[0] ?? [];
    const said = rows.map(
      ({ key, cells }, index) => `${formatCell(cells.lieux!, TIERS_LIEUX, { bare: index > 0 })} en ${key.annee}`,
    );
    return rows.length > 0
      ? {
          ...quoteRows(main, rows.slice(0, 1), `La France compte ${enumerate(said)}`),
          sources: main.sources.filter(({ label }) => label === rows[0]!.attributes?.source),
        }
      : undefined;
  },
  summary: ({ main }) =>
    `Nombre de tiers-lieux en France. ${seriesOf(main)
      .map((rows) => `${rows[0]!.attributes?.source} : ${enumerate(rows.map(countIn))}`)
      .join(' ; ')}.`,
  draw: ({ main }, frame) =>
    lines(
      main,
      {
        x: 'annee',
        value: 'lieux',
        series: 'source',
        // France is grey; a second source, darker.
        paint: (source) => (source === sourcesIn(main)[0] ? frame.palette.grey : frame.palette.ink),
      },
      frame,
    ),
});

/** Rows with a value by source, oldest first; the source with most of them first. */
function seriesOf({ rows }: PublishedTable): readonly PublishedRow[][] {
  const known = rows.filter(({ cells }) => cells.lieux?.value != null);
  return Object.values(Object.groupBy(known, ({ attributes }) => String(attributes?.source)))
    .flatMap((series) => (series ? [series.toSorted((a, b) => a.key.annee!.localeCompare(b.key.annee!))] : []))
    .toSorted((a, b) => b.length - a.length);
}

const sourcesIn = ({ rows }: PublishedTable): readonly string[] => [
  ...new Set(rows.map(({ attributes }) => String(attributes?.source))),
];

function countIn({ key, cells }: PublishedRow): string {
  return `${formatCell(cells.lieux!, UNITES.lieux)} en ${key.annee}`;
}
