import { defineIndicator } from './define.ts';
import { ratioOf } from './survey-cells.ts';

/** Share of public subsidies in resources. */
export const indicator = defineIndicator({
  id: 'enquete-part-subventions',
  title: 'Part des subventions publiques dans les ressources',
  unit: '%',
  uses: ['enquete'],
  cell: ({ enquete }) =>
    ratioOf(
      enquete,
      ({ subventions_publiques }) => subventions_publiques,
      ({ ressources_total }) => ressources_total,
    ),
});
