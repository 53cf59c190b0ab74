import { bars } from '../charts/bars.ts';
import { GOUVERNANCES } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** Who decides. */
export const figure = defineShareFigure({
  id: 'enquete-gouvernance',
  title: 'Qui décide dans les lieux répondants',
  question: 'Qui décide dans les tiers-lieux de la région ?',
  theme: 'gouvernance',
  survey: {
    id: 'gouvernance',
    title: 'Organisation de la décision',
    options: GOUVERNANCES,
    single: true,
    column: 'gouvernance',
  },
  predicates: {
    conseil: 'ont un conseil d’administration élu',
    collegiale: 'ont une direction collégiale',
    partagee: 'partagent la décision avec leurs usagers',
    dirigeant: 'ont un dirigeant qui décide seul',
    collectivite: 'dépendent d’une collectivité',
    autre: 'ont une autre organisation',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
