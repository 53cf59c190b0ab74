import { waffle } from '../charts/waffle.ts';
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
    metropole: { one: 'est en métropole', many: 'sont en métropole' },
    'villes-moyennes': { one: 'est dans une ville moyenne', many: 'sont dans une ville moyenne' },
    rural: { one: 'est en milieu rural', many: 'sont en milieu rural' },
  },
};

/** Metropolis, middle-sized towns, country: a hundred squares. */
export const figure = defineFigure({
  id: 'localisation-des-lieux',
  title: 'Métropole, villes moyennes, rural : où sont les lieux répondants',
  question: 'Où sont les tiers-lieux de la région ?',
  theme: 'où',
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(selectReperes(reperes, { serie: 'localisation', territoire: 'region' }), {
      title: 'Localisation',
    }),
  }),
  subtitle: ({ main }) => sharesSubtitle(main),
  finding: ({ main }) => stateLeadingShare(main, STATEMENT),
  reading({ main }) {
    const row = main.rows.at(-1);
    const sentence = row && stateShare(main, row, STATEMENT);
    return sentence ? `Chaque carré est une réponse sur cent. ${sentence}.` : 'Chaque carré est une réponse sur cent.';
  },
  quote: ({ main }) => quoteShare(main, STATEMENT),
  summary: ({ main }) => `Localisation des lieux répondants. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) => waffle(main, { category: 'repere', value: 'part' }, frame),
});
