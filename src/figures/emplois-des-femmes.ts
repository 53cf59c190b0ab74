import { waffle } from '../charts/waffle.ts';
import { lowerFirst } from '../text/sentence.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { quoteShare, stateShare } from './state-share.ts';
import { sharesSubtitle } from './subtitle-of.ts';

const STATEMENT = {
  dimension: 'repere',
  measure: 'part',
  noun: { one: 'emploi direct', many: 'emplois directs' },
  predicates: { femmes: { one: 'est occupé par une femme', many: 'sont occupés par des femmes' } },
};

/** Share of direct jobs held by women, a hundred squares. */
export const figure = defineFigure({
  id: 'emplois-des-femmes',
  title: 'La part des femmes dans les emplois des lieux répondants',
  question: 'Qui travaille dans les tiers-lieux ?',
  theme: 'moyens',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'emplois-femmes', territoire: 'region', unite: '%' }), {
      title: 'Emplois',
    }),
  }),
  subtitle: ({ main }) => sharesSubtitle(main),
  finding({ main }) {
    const row = main.rows[0];
    const sentence = row && stateShare(main, row, STATEMENT);
    return sentence && `Dans les lieux répondants, ${lowerFirst(sentence)}`;
  },
  reading: () => 'Chaque carré est un emploi direct sur cent ; les carrés pleins sont occupés par des femmes.',
  quote: ({ main }) => quoteShare(main, STATEMENT),
  summary: ({ main }) =>
    `Part des femmes dans les emplois directs des lieux répondants. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => waffle(main, { category: 'repere', value: 'part' }, frame),
});
