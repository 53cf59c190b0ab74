import { bars } from '../charts/bars.ts';
import { DIFFICULTES } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** The first difficulty that places name. */
export const figure = defineShareFigure({
  id: 'enquete-difficultes',
  title: 'La première difficulté des lieux répondants',
  question: 'Quelle est la première difficulté des tiers-lieux de la région ?',
  theme: 'moyens',
  survey: {
    id: 'difficulte',
    title: 'Première difficulté',
    options: DIFFICULTES,
    single: true,
    column: 'difficulte',
  },
  predicates: {
    financement: 'peinent d’abord à trouver des financements',
    foncier: 'peinent d’abord à garder ou à trouver des locaux',
    emploi: 'peinent d’abord à recruter ou à garder l’équipe',
    benevoles: 'peinent d’abord à mobiliser des bénévoles',
    public: 'peinent d’abord à faire venir le public',
    reglementation: 'peinent d’abord à respecter la réglementation',
    aucune: 'ne citent aucune difficulté majeure',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
