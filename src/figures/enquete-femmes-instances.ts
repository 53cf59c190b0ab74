import { columns } from '../charts/columns.ts';
import { defineShareFigure } from './survey-share-figure.ts';

const PARTS = {
  'moins-du-tiers': 'Moins d’un tiers',
  'du-tiers-a-la-moitie': 'D’un tiers à la moitié',
  'plus-de-la-moitie': 'Plus de la moitié',
} as const;

/** The part of women in the bodies that decide, by class. */
export const figure = defineShareFigure({
  id: 'enquete-femmes-instances',
  title: 'La place des femmes dans les instances des lieux répondants',
  question: 'Les femmes décident-elles dans les tiers-lieux de la région ?',
  theme: 'gouvernance',
  survey: {
    id: 'femmes',
    title: 'Part des femmes dans l’instance qui décide',
    options: PARTS,
    single: true,
    column: 'membres_instances_femmes',
    answers: ({ membres_instances: all, membres_instances_femmes: women }) =>
      all === null || all === 0 || women === null ? [] : [classOf(women / all)],
  },
  predicates: {
    'moins-du-tiers': 'ont moins d’un tiers de femmes dans leur instance',
    'du-tiers-a-la-moitie': 'ont d’un tiers à la moitié de femmes dans leur instance',
    'plus-de-la-moitie': 'ont plus de femmes que d’hommes dans leur instance',
  },
  chart: (table, { category, value }, frame) => columns(table, { category, value }, frame),
});

function classOf(part: number): keyof typeof PARTS {
  if (part < 1 / 3) return 'moins-du-tiers';
  return part <= 1 / 2 ? 'du-tiers-a-la-moitie' : 'plus-de-la-moitie';
}
