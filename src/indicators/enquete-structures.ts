import { defineIndicator } from './define.ts';
import { sumOf } from './survey-cells.ts';

/** Structures hosted. */
export const indicator = defineIndicator({
  id: 'enquete-structures',
  title: 'Structures hébergées par les lieux répondants',
  unit: { one: 'structure', many: 'structures' },
  uses: ['enquete'],
  cell: ({ enquete }) => sumOf(enquete, ({ structures_hebergees }) => structures_hebergees),
});
