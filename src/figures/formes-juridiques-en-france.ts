import { bars } from '../charts/bars.ts';
import { lowerFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { quoteShare, REPONDANTS, stateLeadingShare } from './state-share.ts';
import { sharesSubtitle } from './subtitle-of.ts';

const STATEMENT = {
  dimension: 'repere',
  measure: 'part',
  noun: REPONDANTS,
  predicates: { association: { one: 'est une association', many: 'sont des associations' } },
};

/** Legal forms of the places of France that answered. */
export const figure = defineFigure({
  id: 'formes-juridiques-en-france',
  title: 'Les formes juridiques des lieux répondants, en France',
  question: 'Qui porte les tiers-lieux ?',
  theme: 'gouvernance',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'formes-juridiques', territoire: 'france', unite: '%' }), {
      title: 'Forme juridique',
    }),
  }),
  subtitle: ({ main }) => `${sharesSubtitle(main)}. Notre relevé ne donne pas les autres formes`,
  finding({ main }) {
    const sentence = stateLeadingShare(main, STATEMENT);
    return sentence && `En France, ${lowerFirst(sentence)}`;
  },
  reading({ main }) {
    const row = main.rows[0];
    return row
      ? `${row.attributes?.label} : cette forme est celle de ${formatCell(row.cells.part!, '%')} des lieux répondants de France.`
      : '';
  },
  quote: ({ main }) => quoteShare(main, STATEMENT),
  summary: ({ main }) => `Formes juridiques des lieux répondants de France. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => bars(main, { category: 'repere', value: 'part', paint: () => frame.palette.grey }, frame),
});
