import { columns } from '../charts/columns.ts';
import { defineShareFigure } from './survey-share-figure.ts';

const AGES = {
  projet: 'Pas encore ouvert',
  'moins-de-2': 'Moins de 2 ans',
  '2-a-4': '2 à 4 ans',
  '5-a-9': '5 à 9 ans',
  '10-a-19': '10 à 19 ans',
  '20-et-plus': '20 ans et plus',
} as const;

/** How long places have been open, counted at the wave. */
export const figure = defineShareFigure({
  id: 'enquete-anciennete',
  title: 'L’ancienneté des lieux répondants',
  question: 'Les tiers-lieux de la région sont-ils récents ?',
  theme: 'combien',
  survey: {
    id: 'anciennete',
    title: 'Ancienneté',
    options: AGES,
    single: true,
    column: 'ouverture',
    answers: ({ ouverture, millesime }) =>
      ouverture === null ? [] : [classOf(Number(millesime) - Number(ouverture.slice(0, 4)))],
  },
  predicates: {
    projet: 'n’ont pas encore ouvert',
    'moins-de-2': 'ont ouvert depuis moins de deux ans',
    '2-a-4': 'ont de deux à quatre ans',
    '5-a-9': 'ont de cinq à neuf ans',
    '10-a-19': 'ont de dix à dix-neuf ans',
    '20-et-plus': 'ont vingt ans et plus',
  },
  chart: (table, { category, value }, frame) => columns(table, { category, value }, frame),
});

function classOf(years: number): keyof typeof AGES {
  if (years < 0) return 'projet';
  if (years < 2) return 'moins-de-2';
  if (years < 5) return '2-a-4';
  if (years < 10) return '5-a-9';
  return years < 20 ? '10-a-19' : '20-et-plus';
}
