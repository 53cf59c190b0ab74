import { defineIndicator } from './define.ts';
import { shareOf } from './survey-cells.ts';

/** Share of places in a priority neighbourhood. */
export const indicator = defineIndicator({
  id: 'enquete-quartiers-prioritaires',
  title: 'Part des lieux répondants situés en quartier prioritaire',
  unit: '%',
  uses: ['enquete'],
  cell: ({ enquete }) => shareOf(enquete, 'quartier_prioritaire'),
});
