import { bars } from '../charts/bars.ts';
import { PARTICIPATIONS } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** How users take part. */
export const figure = defineShareFigure({
  id: 'enquete-participation',
  title: 'Comment les usagers des lieux répondants prennent part aux décisions',
  question: 'Comment les usagers prennent-ils part aux décisions de leur tiers-lieu ?',
  theme: 'gouvernance',
  survey: {
    id: 'participation',
    title: 'Participation des usagers',
    options: PARTICIPATIONS,
    single: false,
    column: 'participation',
  },
  predicates: {
    assemblee: 'tiennent une assemblée ouverte',
    commissions: 'ont des commissions thématiques',
    chantiers: 'organisent des chantiers participatifs',
    budget: 'ont un budget participatif',
    programmation: 'partagent leur programmation avec les usagers',
    aucune: 'n’associent pas les usagers aux décisions',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
