import { bars } from '../charts/bars.ts';
import { PUBLICS } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** People that places receive. */
export const figure = defineShareFigure({
  id: 'enquete-publics',
  title: 'Les publics accueillis par les lieux répondants',
  question: 'Qui vient dans les tiers-lieux de la région ?',
  theme: 'pour qui',
  survey: { id: 'public', title: 'Public', options: PUBLICS, single: false, column: 'publics' },
  predicates: {
    habitants: 'accueillent les habitants du voisinage',
    associations: 'accueillent des associations',
    independants: 'accueillent des travailleurs indépendants',
    teletravail: 'accueillent des salariés en télétravail',
    entreprises: 'accueillent des entreprises',
    artisans: 'accueillent des artisans',
    artistes: 'accueillent des artistes',
    etudiants: 'accueillent des étudiants',
    jeunes: 'accueillent des jeunes de moins de 18 ans',
    familles: 'accueillent des familles',
    seniors: 'accueillent des personnes âgées',
    'demandeurs-emploi': 'accueillent des demandeurs d’emploi',
    handicap: 'accueillent des personnes handicapées',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
