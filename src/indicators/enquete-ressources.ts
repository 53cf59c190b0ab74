import { defineIndicator } from './define.ts';
import { sumOf } from './survey-cells.ts';

/** Resources of the year, in cents. */
export const indicator = defineIndicator({
  id: 'enquete-ressources',
  title: 'Ressources de l’année des lieux répondants',
  unit: '€',
  uses: ['enquete'],
  cell: ({ enquete }) => sumOf(enquete, ({ ressources_total }) => ressources_total),
});
