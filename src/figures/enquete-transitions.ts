import { TRANSITIONS } from '../datasets/enquete-options.ts';
import { defineWavesFigure } from './survey-waves-figure.ts';

/** Actions for the ecological transition, waves side by side. */
export const figure = defineWavesFigure({
  id: 'enquete-transitions',
  title: 'Les actions de transition écologique des lieux répondants, d’une vague à l’autre',
  question: 'Que font les tiers-lieux de la région pour la transition écologique ?',
  theme: 'transitions',
  survey: {
    id: 'transition',
    title: 'Action',
    options: TRANSITIONS,
    single: false,
    column: 'transitions',
  },
  predicates: {
    reemploi: 'font du réemploi ou de la réparation',
    dechets: 'trient ou compostent leurs déchets',
    energie: 'économisent l’énergie',
    'alimentation-locale': 'proposent une alimentation locale',
    mobilite: 'encouragent les mobilités douces',
    biodiversite: 'agissent pour la biodiversité',
    'achats-responsables': 'font des achats responsables',
    'numerique-responsable': 'veillent à un numérique responsable',
    aucune: 'ne mènent aucune action de transition',
  },
});
