import { bars } from '../charts/bars.ts';
import { TYPES } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** Main vocations. */
export const figure = defineShareFigure({
  id: 'enquete-vocations',
  title: 'La vocation principale des lieux répondants',
  question: 'Comment les tiers-lieux de la région se définissent-ils d’abord ?',
  theme: 'quoi',
  survey: {
    id: 'vocation',
    title: 'Vocation principale',
    options: TYPES,
    single: true,
    column: 'type_principal',
  },
  predicates: {
    coworking: 'se disent d’abord espaces de télétravail et de coworking',
    atelier: 'se disent d’abord ateliers partagés',
    fablab: 'se disent d’abord fab labs',
    culture: 'se disent d’abord lieux culturels, commerces ou cafés',
    accompagnement: 'se disent d’abord lieux d’accompagnement',
    'mediation-numerique': 'se disent d’abord lieux de médiation numérique',
    'living-lab': 'se disent d’abord living labs',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
