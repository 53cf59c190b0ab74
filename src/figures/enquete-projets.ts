import { bars } from '../charts/bars.ts';
import { PROJETS } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** What places prepare for the two years to come. */
export const figure = defineShareFigure({
  id: 'enquete-projets',
  title: 'Ce que les lieux répondants préparent pour les deux ans',
  question: 'Que préparent les tiers-lieux de la région ?',
  theme: 'transitions',
  survey: {
    id: 'projet',
    title: 'Projet',
    options: PROJETS,
    single: false,
    column: 'projets',
  },
  predicates: {
    agrandir: 'veulent s’agrandir',
    demenager: 'veulent déménager',
    recruter: 'veulent recruter',
    essaimer: 'veulent ouvrir un autre lieu',
    diversifier: 'veulent ajouter une activité',
    stabiliser: 'veulent consolider l’existant',
    reduire: 'vont réduire leur activité',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
