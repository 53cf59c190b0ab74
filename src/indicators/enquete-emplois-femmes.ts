import { defineIndicator } from './define.ts';
import { ratioOf } from './survey-cells.ts';

/** Share of direct jobs held by women. */
export const indicator = defineIndicator({
  id: 'enquete-emplois-femmes',
  title: 'Part des emplois directs occupés par des femmes',
  unit: '%',
  uses: ['enquete'],
  cell: ({ enquete }) =>
    ratioOf(
      enquete,
      ({ emplois_femmes }) => emplois_femmes,
      ({ emplois_total }) => emplois_total,
    ),
});
