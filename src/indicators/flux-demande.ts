import { defineIndicator } from './define.ts';
import { givenCell } from './ledger-cells.ts';

/** Money asked of funders in an exercice, in cents. */
export const indicator = defineIndicator({
  id: 'flux-demande',
  title: 'Argent demandé aux financeurs du réseau',
  unit: '€',
  uses: ['flux'],
  cell: (data, scope) => givenCell(data, scope, { statut: 'demande', nature: 'numeraire' }),
});
