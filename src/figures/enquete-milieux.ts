import { bars } from '../charts/bars.ts';
import { waffle } from '../charts/waffle.ts';
import { MILIEUX } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** Where places lie: a hundred squares, or bars where counts are shown. */
export const figure = defineShareFigure({
  id: 'enquete-milieux',
  title: 'Métropole, villes moyennes, rural : où sont les lieux répondants au recensement',
  question: 'Métropole, ville moyenne ou rural : où sont les tiers-lieux de chaque territoire ?',
  theme: 'où',
  survey: {
    id: 'milieu',
    title: 'Milieu',
    options: MILIEUX,
    single: true,
    column: 'milieu',
  },
  predicates: {
    metropole: 'sont dans la métropole',
    'ville-moyenne': 'sont dans une ville moyenne',
    rural: 'sont en milieu rural',
  },
  chart: (table, { category, value }, frame) =>
    value === 'part' && table.rows.every(({ cells }) => cells[value]?.value !== null)
      ? waffle(table, { category, value }, frame)
      : bars(table, { category, value }, frame),
});
