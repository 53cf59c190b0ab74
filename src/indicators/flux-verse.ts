import { defineIndicator } from './define.ts';
import { givenCell } from './ledger-cells.ts';

/** Money that funders paid in an exercice, in cents. */
export const indicator = defineIndicator({
  id: 'flux-verse',
  title: 'Argent versé par les financeurs du réseau',
  unit: '€',
  uses: ['flux'],
  cell: (data, scope) => givenCell(data, scope, { statut: 'verse', nature: 'numeraire' }),
});
