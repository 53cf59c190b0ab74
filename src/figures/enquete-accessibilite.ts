import { bars } from '../charts/bars.ts';
import { ACCESSIBILITES } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** Whether people of reduced mobility get into places. */
export const figure = defineShareFigure({
  id: 'enquete-accessibilite',
  title: 'L’accès des personnes à mobilité réduite aux lieux répondants',
  question: 'Les personnes à mobilité réduite entrent-elles dans les tiers-lieux de la région ?',
  theme: 'pour qui',
  survey: {
    id: 'accessibilite',
    title: 'Accessibilité',
    options: ACCESSIBILITES,
    single: true,
    column: 'accessibilite',
  },
  predicates: {
    totale: 'sont accessibles en entier aux personnes à mobilité réduite',
    partielle: 'sont accessibles en partie aux personnes à mobilité réduite',
    aucune: 'ne sont pas accessibles aux personnes à mobilité réduite',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
