import { defineIndicator } from './define.ts';
import { sumOf } from './survey-cells.ts';

/** Direct jobs. */
export const indicator = defineIndicator({
  id: 'enquete-emplois',
  title: 'Emplois directs des lieux répondants',
  unit: { one: 'emploi', many: 'emplois' },
  uses: ['enquete'],
  cell: ({ enquete }) => sumOf(enquete, ({ emplois_total }) => emplois_total),
});
