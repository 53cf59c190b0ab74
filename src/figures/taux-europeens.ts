import { bars } from '../charts/bars.ts';
import { lowerFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { sharesSubtitle } from './subtitle-of.ts';

/** Share of the network's costs that Europe pays, programme by programme. */
export const figure = defineFigure({
  id: 'taux-europeens',
  title: 'La part des coûts du réseau que paie l’Europe',
  question: 'Que paie l’Europe ?',
  theme: 'moyens',
  page: 'financements',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'taux-europeens', territoire: 'reseau', unite: '%' }), {
      title: 'Programme',
      attributes: ({ statut, note }) => ({
        precisions:
          statut === 'annonce'
            ? ['Annoncé', note && lowerFirst(withoutStop(note))].filter(Boolean).join(' : ')
            : note && withoutStop(note),
      }),
    }),
  }),
  subtitle: ({ main }) => sharesSubtitle(main),
  finding({ main }) {
    const [before, after] = main.rows.filter(({ cells }) => cells.part?.value != null);
    if (main.rows.length !== 2 || !before || !after) return undefined;
    return `${before.attributes?.label} : ${formatCell(before.cells.part!, '%')} des coûts du réseau ; ${after.attributes?.label} : ${formatCell(after.cells.part!, '%')}`;
  },
  reading({ main }) {
    const row = main.rows[0];
    return row
      ? `${row.attributes?.label} : l’Europe prend en charge ${formatCell(row.cells.part!, '%')} des coûts du réseau.`
      : '';
  },
  quote({ main }) {
    const [first, ...others] = main.rows.filter(({ cells }) => cells.part?.value != null);
    if (!first) return undefined;
    const next = others.map(({ attributes, cells }) => `avec le ${attributes?.label}, ${formatCell(cells.part!, '%')}`);
    const one = `Avec le ${first.attributes?.label}, l’Europe prend en charge ${formatCell(first.cells.part!, '%')} des coûts du réseau`;
    return { text: [one, ...next].join(' ; ') };
  },
  summary: ({ main }) => `Part des coûts du réseau prise en charge par l’Europe. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) =>
    bars(
      main,
      {
        category: 'repere',
        value: 'part',
        sort: 'given',
        max: 100,
        // The network is not the region, whose colour is its own.
        paint: () => frame.palette.series[3]!,
        detail: ({ attributes }) => String(attributes?.precisions ?? ''),
      },
      frame,
    ),
});

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
