import { defineIndicator } from './define.ts';
import { sumOf } from './survey-cells.ts';

/** Members. */
export const indicator = defineIndicator({
  id: 'enquete-membres',
  title: 'Adhérentes et adhérents des lieux répondants',
  unit: { one: 'adhérent', many: 'adhérents' },
  uses: ['enquete'],
  cell: ({ enquete }) => sumOf(enquete, ({ membres }) => membres),
});
