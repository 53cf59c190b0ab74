import { bars } from '../charts/bars.ts';
import { BAILLEURS } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** Who owns the walls of places. */
export const figure = defineShareFigure({
  id: 'enquete-proprietaires',
  title: 'À qui sont les murs des lieux répondants',
  question: 'À qui appartiennent les murs des tiers-lieux de la région ?',
  theme: 'moyens',
  survey: {
    id: 'bailleur',
    title: 'Propriétaire des murs',
    options: BAILLEURS,
    single: true,
    column: 'bailleur',
  },
  predicates: {
    collectivite: 'sont dans les murs d’une collectivité',
    'bailleur-social': 'sont dans les murs d’un bailleur social',
    prive: 'sont dans les murs d’un propriétaire privé',
    association: 'sont dans les murs d’une association ou d’une coopérative',
    autre: 'ont un autre propriétaire',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
