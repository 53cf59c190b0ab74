import { bars } from '../charts/bars.ts';
import { FORMATIONS } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** Training that places give. */
export const figure = defineShareFigure({
  id: 'enquete-formations',
  title: 'Les formations données dans les lieux répondants',
  question: 'À quoi se forme-t-on dans les tiers-lieux de la région ?',
  theme: 'quoi',
  survey: {
    id: 'formation',
    title: 'Formation',
    options: FORMATIONS,
    single: false,
    column: 'formations',
  },
  predicates: {
    numerique: 'forment au numérique',
    fabrication: 'forment à la fabrication et à l’artisanat',
    entrepreneuriat: 'forment à la création d’entreprise',
    cooperation: 'forment à la coopération et à la gouvernance',
    transition: 'forment à la transition écologique',
    langues: 'forment aux langues et aux savoirs de base',
    aucune: 'ne donnent aucune formation',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
