import { defineIndicator } from './define.ts';
import { givenCell } from './ledger-cells.ts';

/** What was given in kind in an exercice, valued by the accounts, in cents. */
export const indicator = defineIndicator({
  id: 'flux-en-nature',
  title: 'Contributions volontaires en nature reçues par le réseau',
  unit: '€',
  uses: ['flux'],
  cell: (data, scope) => givenCell(data, scope, { statut: 'verse', nature: 'cvn' }),
});
