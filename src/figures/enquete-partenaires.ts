import { bars } from '../charts/bars.ts';
import { PARTENAIRES } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** Partners. */
export const figure = defineShareFigure({
  id: 'enquete-partenaires',
  title: 'Les partenaires des lieux répondants au recensement',
  question: 'Avec quels partenaires publics, et quels autres, les tiers-lieux de la région travaillent-ils ?',
  theme: 'avec qui',
  survey: {
    id: 'partenaire',
    title: 'Partenaire',
    options: PARTENAIRES,
    single: false,
    column: 'partenaires',
  },
  predicates: {
    commune: 'ont leur commune pour partenaire',
    intercommunalite: 'ont leur intercommunalité pour partenaire',
    departement: 'ont le département pour partenaire',
    region: 'ont la région pour partenaire',
    etat: 'ont l’État pour partenaire',
    enseignement: 'travaillent avec l’enseignement',
    insertion: 'travaillent avec des structures d’insertion',
    entreprises: 'travaillent avec des entreprises',
    associations: 'travaillent avec des associations',
    culture: 'travaillent avec des structures culturelles',
    'tiers-lieux': 'travaillent avec d’autres tiers-lieux',
    aucun: 'n’ont aucun partenaire',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
