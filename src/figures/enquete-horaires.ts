import { columns } from '../charts/columns.ts';
import { defineShareFigure } from './survey-share-figure.ts';

const HEURES = {
  'moins-de-20': 'Moins de 20 heures',
  '20-a-29': '20 à 29 heures',
  '30-a-39': '30 à 39 heures',
  '40-et-plus': '40 heures et plus',
} as const;

/** How many hours a week places are open, by class. */
export const figure = defineShareFigure({
  id: 'enquete-horaires',
  title: 'Les heures d’ouverture des lieux répondants',
  question: 'Combien d’heures par semaine les tiers-lieux de la région sont-ils ouverts ?',
  theme: 'pour qui',
  survey: {
    id: 'heures',
    title: 'Heures d’ouverture par semaine',
    options: HEURES,
    single: true,
    column: 'heures_ouverture',
    answers: ({ heures_ouverture: heures }) => (heures === null ? [] : [classOf(heures)]),
  },
  predicates: {
    'moins-de-20': 'ouvrent moins de 20 heures par semaine',
    '20-a-29': 'ouvrent de 20 à 29 heures par semaine',
    '30-a-39': 'ouvrent de 30 à 39 heures par semaine',
    '40-et-plus': 'ouvrent 40 heures par semaine ou plus',
  },
  chart: (table, { category, value }, frame) => columns(table, { category, value }, frame),
});

function classOf(hours: number): keyof typeof HEURES {
  if (hours < 20) return 'moins-de-20';
  if (hours < 30) return '20-a-29';
  return hours < 40 ? '30-a-39' : '40-et-plus';
}
