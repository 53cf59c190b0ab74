import { ACTIVITES } from '../datasets/enquete-options.ts';
import type { Question } from './survey-question.ts';
import type { Predicates } from './survey-words.ts';

/** The activities of a place, as a question with several answers. */
export const activitiesQuestion: Question = {
  id: 'activite',
  title: 'Activité',
  options: ACTIVITES,
  single: false,
  column: 'activites',
};

/** What each activity says of the places that have it. */
export const activitiesSaid: Predicates = {
  coworking: 'accueillent du coworking',
  culture: 'ont une activité culturelle',
  fablab: 'ont un fablab',
  'atelier-artisanal': 'ont des ateliers artisanaux partagés',
  alimentation: 'ont une activité d’alimentation ou une cuisine partagée',
  cafe: 'ont un café, une cantine ou un restaurant',
  accompagnement: 'accompagnent des projets',
  formation: 'donnent des formations',
  'mediation-numerique': 'font de la médiation numérique',
  reemploi: 'font du réemploi ou de la réparation',
  agriculture: 'ont un jardin ou une activité agricole',
  residence: 'accueillent des artistes en résidence',
  sante: 'ont une activité de santé ou de bien-être',
  autre: 'ont une autre activité',
};
