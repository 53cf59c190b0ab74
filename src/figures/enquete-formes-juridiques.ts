import { bars } from '../charts/bars.ts';
import { FORMES_JURIDIQUES } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** Legal forms. */
export const figure = defineShareFigure({
  id: 'enquete-formes-juridiques',
  title: 'La forme juridique des lieux répondants',
  question: 'Qui porte les tiers-lieux de la région : des associations, des sociétés, des collectivités ?',
  theme: 'gouvernance',
  survey: {
    id: 'forme',
    title: 'Forme juridique',
    options: FORMES_JURIDIQUES,
    single: true,
    column: 'forme_juridique',
  },
  predicates: {
    association: 'sont des associations',
    societe: 'sont des SARL, des SA ou des SAS',
    public: 'sont portés par un organisme public',
    scic: 'sont des sociétés coopératives d’intérêt collectif (Scic)',
    scop: 'sont des sociétés coopératives de production (Scop)',
    autre: 'ont une autre forme juridique',
    aucune: 'sont des collectifs sans forme juridique',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
