import { activitiesQuestion, activitiesSaid } from './survey-activities.ts';
import { defineWavesFigure } from './survey-waves-figure.ts';

/** Activities, waves side by side. */
export const figure = defineWavesFigure({
  id: 'enquete-activites',
  title: 'Les activités des lieux répondants, d’une vague à l’autre',
  question: 'Que fait-on dans les tiers-lieux de la région, d’une vague du recensement à l’autre ?',
  theme: 'quoi',
  survey: activitiesQuestion,
  predicates: activitiesSaid,
});
