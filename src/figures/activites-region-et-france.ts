import { bars } from '../charts/bars.ts';
import { speakCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { selectReperes, tableOfComparedReperes } from './reperes-table.ts';
import { quoteShare, REPONDANTS, stateLeadingShare, stateShare } from './state-share.ts';
import { statedActivities } from './stated-activities.ts';
import { sharesSubtitle } from './subtitle-of.ts';

const STATEMENT = {
  dimension: 'modalite',
  measure: 'part',
  noun: REPONDANTS,
  predicates: statedActivities,
};

/** Shares of activities, the region's as bars and France's as a line across each. */
export const figure = defineFigure({
  id: 'activites-region-et-france',
  title: 'Les activités des lieux répondants, en région et en France',
  question: 'Que fait-on dans les tiers-lieux ?',
  theme: 'quoi',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes, settings }) => ({
    main: tableOfComparedReperes({
      title: 'Activité',
      own: selectReperes(reperes, { serie: 'activites', territoire: 'region', unite: '%' }),
      other: selectReperes(reperes, { serie: 'activites', territoire: 'france', unite: '%' }),
      titles: { own: settings.region.nom, other: 'France' },
    }),
  }),
  subtitle: ({ main }) =>
    `${sharesSubtitle(main, String(main.rows[0]?.attributes?.champ ?? main.champ))}, plusieurs réponses possibles. Trait : France, région comprise`,
  finding: ({ main }) => stateLeadingShare({ ...main, rows: main.rows.filter(isAsked) }, STATEMENT),
  reading({ main }) {
    const row = main.rows.find((candidate) => candidate.key.modalite === 'culture') ?? main.rows[0];
    return (row && stateShare(main, row, STATEMENT)?.concat('.')) ?? '';
  },
  quote: ({ main }) => quoteShare({ ...main, rows: main.rows.filter(isAsked) }, STATEMENT),
  summary: ({ main }) => {
    const said = main.rows.map(
      ({ attributes, cells }) =>
        `${attributes?.label} : ${speakCell(cells.part!, '%')} (France : ${speakCell(cells.comparaison!, '%')})`,
    );
    return `Activités citées par les lieux répondants. ${said.join(' ; ')}.`;
  },
  draw: ({ main }, frame) =>
    bars(main, { category: 'modalite', value: 'part', compare: { measure: 'comparaison', label: 'France' } }, frame),
});

/** A category that only the other survey knows says nothing of this one's order. */
function isAsked({ cells }: { readonly cells: Readonly<Record<string, { readonly value: number | null }>> }): boolean {
  return cells.part?.value != null;
}
