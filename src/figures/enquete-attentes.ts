import { bars } from '../charts/bars.ts';
import { ATTENTES } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** What places expect from their network. */
export const figure = defineShareFigure({
  id: 'enquete-attentes',
  title: 'Ce que les lieux répondants attendent du réseau',
  question: 'Qu’attendent les tiers-lieux de leur réseau ?',
  theme: 'avec qui',
  survey: {
    id: 'attente',
    title: 'Attente',
    options: ATTENTES,
    single: false,
    column: 'attentes_reseau',
  },
  predicates: {
    'mise-en-relation': 'attendent une mise en relation',
    financement: 'attendent une aide au financement',
    formation: 'attendent des formations',
    plaidoyer: 'attendent d’être représentés auprès des collectivités',
    outils: 'attendent des outils partagés',
    visibilite: 'attendent de la visibilité',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
