import { bars } from '../charts/bars.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { quoteShare, REPONDANTS, stateLeadingShare, stateShare } from './state-share.ts';
import { sharesSubtitle } from './subtitle-of.ts';

const STATEMENT = {
  dimension: 'repere',
  measure: 'part',
  noun: REPONDANTS,
  predicates: {
    publics: { one: 'a des partenaires publics', many: 'ont des partenaires publics' },
    enseignement: { one: 'a des partenaires dans l’enseignement', many: 'ont des partenaires dans l’enseignement' },
    insertion: { one: 'a des partenaires dans l’insertion', many: 'ont des partenaires dans l’insertion' },
  },
};

/** Kinds of partners that places name, several each. */
export const figure = defineFigure({
  id: 'partenaires',
  title: 'Les partenaires des lieux répondants',
  question: 'Avec qui les tiers-lieux travaillent-ils ?',
  theme: 'avec qui',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'partenaires', territoire: 'region', unite: '%' }), {
      title: 'Partenaires',
    }),
  }),
  subtitle: ({ main }) => `${sharesSubtitle(main)}, plusieurs réponses possibles`,
  finding: ({ main }) => stateLeadingShare(main, STATEMENT),
  reading({ main }) {
    const row = main.rows.at(-1);
    return (row && stateShare(main, row, STATEMENT)?.concat('.')) ?? '';
  },
  quote: ({ main }) => quoteShare(main, STATEMENT),
  summary: ({ main }) => `Partenaires cités par les lieux répondants. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => bars(main, { category: 'repere', value: 'part' }, frame),
});
