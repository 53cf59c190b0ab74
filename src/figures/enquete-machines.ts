import { bars } from '../charts/bars.ts';
import { MACHINES } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** Machines that places share. */
export const figure = defineShareFigure({
  id: 'enquete-machines',
  title: 'Les machines que partagent les lieux répondants',
  question: 'Quelles machines partage-t-on dans les tiers-lieux de la région ?',
  theme: 'quoi',
  survey: {
    id: 'machine',
    title: 'Machine',
    options: MACHINES,
    single: false,
    column: 'machines',
  },
  predicates: {
    'impression-3d': 'partagent une imprimante 3D',
    'decoupe-laser': 'partagent une découpe laser',
    bois: 'partagent des machines à bois',
    metal: 'partagent des machines à métal',
    textile: 'partagent des machines à coudre',
    electronique: 'partagent du matériel d’électronique',
    impression: 'partagent du matériel d’impression ou de sérigraphie',
    aucune: 'ne partagent aucune machine',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
