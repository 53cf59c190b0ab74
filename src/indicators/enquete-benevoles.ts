import { defineIndicator } from './define.ts';
import { sumOf } from './survey-cells.ts';

/** Regular volunteers. */
export const indicator = defineIndicator({
  id: 'enquete-benevoles',
  title: 'Bénévoles réguliers des lieux répondants',
  unit: { one: 'bénévole', many: 'bénévoles' },
  uses: ['enquete'],
  cell: ({ enquete }) => sumOf(enquete, ({ benevoles }) => benevoles),
});
