import { defineIndicator } from './define.ts';
import { countOf } from './survey-cells.ts';

/** Places that answered. */
export const indicator = defineIndicator({
  id: 'enquete-repondants',
  title: 'Lieux répondants au recensement',
  unit: { one: 'lieu répondant', many: 'lieux répondants' },
  uses: ['enquete'],
  cell: ({ enquete }) => countOf(enquete),
});
