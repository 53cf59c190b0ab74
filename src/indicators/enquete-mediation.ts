import { defineIndicator } from './define.ts';
import { shareOf } from './survey-cells.ts';

/** Share of places that do digital mediation. */
export const indicator = defineIndicator({
  id: 'enquete-mediation',
  title: 'Part des lieux répondants qui font de la médiation numérique',
  unit: '%',
  uses: ['enquete'],
  cell: ({ enquete }) => shareOf(enquete, 'mediation_numerique'),
});
