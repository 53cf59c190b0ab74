import { columns } from '../charts/columns.ts';
import { defineShareFigure } from './survey-share-figure.ts';

const SURFACES = {
  'moins-de-100': 'Moins de 100 m²',
  '100-a-249': '100 à 249 m²',
  '250-a-499': '250 à 499 m²',
  '500-a-999': '500 à 999 m²',
  '1000-a-1999': '1 000 à 1 999 m²',
  '2000-et-plus': '2 000 m² et plus',
} as const;

/** Built surface of places, by class. */
export const figure = defineShareFigure({
  id: 'enquete-surfaces',
  title: 'La surface des lieux répondants',
  question: 'De quelle surface les tiers-lieux de la région disposent-ils ?',
  theme: 'moyens',
  survey: {
    id: 'surface',
    title: 'Surface bâtie',
    options: SURFACES,
    single: true,
    column: 'surface',
    answers: ({ surface }) => (surface === null ? [] : [classOf(surface)]),
  },
  predicates: {
    'moins-de-100': 'ont moins de 100 m²',
    '100-a-249': 'ont de 100 à 249 m²',
    '250-a-499': 'ont de 250 à 499 m²',
    '500-a-999': 'ont de 500 à 999 m²',
    '1000-a-1999': 'ont de 1 000 à 1 999 m²',
    '2000-et-plus': 'ont 2 000 m² ou plus',
  },
  chart: (table, { category, value }, frame) => columns(table, { category, value }, frame),
});

function classOf(surface: number): keyof typeof SURFACES {
  if (surface < 100) return 'moins-de-100';
  if (surface < 250) return '100-a-249';
  if (surface < 500) return '250-a-499';
  if (surface < 1000) return '500-a-999';
  return surface < 2000 ? '1000-a-1999' : '2000-et-plus';
}
