import { bars } from '../charts/bars.ts';
import { OCCUPATIONS } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** By what right places hold their premises. */
export const figure = defineShareFigure({
  id: 'enquete-occupation',
  title: 'À quel titre les lieux répondants occupent leurs murs',
  question: 'Les tiers-lieux de la région sont-ils chez eux ?',
  theme: 'moyens',
  survey: {
    id: 'occupation',
    title: 'Titre d’occupation',
    options: OCCUPATIONS,
    single: true,
    column: 'occupation',
  },
  predicates: {
    proprietaire: 'sont propriétaires de leurs murs',
    bail: 'louent par un bail commercial ou professionnel',
    convention: 'ont une convention d’occupation',
    gratuit: 'sont logés gratuitement',
    autre: 'occupent leurs murs à un autre titre',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
