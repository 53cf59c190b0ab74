import { PARTENAIRES_PUBLICS } from '../datasets/enquete-options.ts';
import { defineIndicator } from './define.ts';
import { shareOf } from './survey-cells.ts';

/** Share of places with a public partner. */
export const indicator = defineIndicator({
  id: 'enquete-partenaires-publics',
  title: 'Part des lieux répondants qui ont un partenaire public',
  unit: '%',
  uses: ['enquete'],
  cell: ({ enquete }) =>
    shareOf(enquete, 'partenaires', (partenaires) =>
      partenaires.some((partner) => (PARTENAIRES_PUBLICS as readonly string[]).includes(partner)),
    ),
});
