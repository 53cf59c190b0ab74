import { defineIndicator } from './define.ts';
import { sumOf } from './survey-cells.ts';

/** Built surface. */
export const indicator = defineIndicator({
  id: 'enquete-surface',
  title: 'Surface bâtie des lieux répondants',
  unit: 'm²',
  uses: ['enquete'],
  cell: ({ enquete }) => sumOf(enquete, ({ surface }) => surface),
});
