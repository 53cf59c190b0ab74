import { bars } from '../charts/bars.ts';
import { BATIMENTS } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** What the buildings of places were before. */
export const figure = defineShareFigure({
  id: 'enquete-batiments',
  title: 'Ce qu’étaient les bâtiments des lieux répondants',
  question: 'Dans quels bâtiments les tiers-lieux de la région s’installent-ils ?',
  theme: 'où',
  survey: {
    id: 'batiment',
    title: 'Bâtiment d’origine',
    options: BATIMENTS,
    single: true,
    column: 'batiment',
  },
  predicates: {
    friche: 'sont dans une ancienne friche industrielle',
    commerce: 'sont dans un ancien commerce',
    'equipement-public': 'sont dans un ancien équipement public',
    bureaux: 'sont dans des bureaux',
    ferme: 'sont dans une ferme ou un bâtiment rural',
    neuf: 'sont dans un bâtiment neuf',
    autre: 'sont dans un autre bâtiment',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
