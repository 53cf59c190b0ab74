import { bars } from '../charts/bars.ts';
import { RESEAUX } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** Networks that places belong to. */
export const figure = defineShareFigure({
  id: 'enquete-reseaux',
  title: 'Les réseaux des lieux répondants',
  question: 'À quels réseaux les tiers-lieux de la région appartiennent-ils ?',
  theme: 'avec qui',
  survey: {
    id: 'reseau',
    title: 'Réseau',
    options: RESEAUX,
    single: false,
    column: 'reseaux',
  },
  predicates: {
    regional: 'sont du réseau régional des tiers-lieux',
    national: 'sont de l’association nationale des tiers-lieux',
    territorial: 'sont d’un cercle territorial',
    thematique: 'sont d’un cercle thématique',
    fablabs: 'sont d’un réseau de fablabs',
    culture: 'sont d’un réseau culturel',
    ess: 'sont d’un réseau de l’économie sociale et solidaire',
    aucun: 'ne sont d’aucun réseau',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
