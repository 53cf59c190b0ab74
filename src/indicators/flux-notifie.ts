import { defineIndicator } from './define.ts';
import { givenCell } from './ledger-cells.ts';

/** Money that funders promised in writing in an exercice, in cents. */
export const indicator = defineIndicator({
  id: 'flux-notifie',
  title: 'Argent notifié par les financeurs du réseau',
  unit: '€',
  uses: ['flux'],
  cell: (data, scope) => givenCell(data, scope, { statut: 'notifie', nature: 'numeraire' }),
});
