import { defineIndicator } from './define.ts';
import { largestFunderCell } from './ledger-cells.ts';

/** What the largest funder paid, in percent of all that was paid in an exercice. */
export const indicator = defineIndicator({
  id: 'flux-premier-financeur',
  title: 'Part du premier financeur dans l’argent versé au réseau',
  unit: '%',
  uses: ['flux'],
  cell: largestFunderCell,
});
