import type { Data } from '../datasets/data.ts';
import { flowsIn } from '../datasets/flow-graph.ts';
import { payerOf } from '../datasets/flux-nodes.ts';
import type { Nature, Statut } from '../datasets/flux-options.ts';
import type { Scope } from '../model/figure.ts';
import type { Cell } from '../model/table.ts';

/** What funders give in an exercice, in cents, in one status and one nature: a report of earlier money is no grant. Unknown where the accounts hold nothing of it. */
export function givenCell(
  { flux }: Pick<Data, 'flux'>,
  { millesime }: Scope,
  state: { readonly statut: Statut; readonly nature: Nature },
): Cell {
  const given = givenIn(flux, millesime, state);
  return { ...sumOf(given), ...(given.length > 0 ? {} : { value: null }) };
}

/** The share (percent) of what funders paid in an exercice that the largest of them paid; nothing is known of nothing. */
export function largestFunderCell({ flux }: Pick<Data, 'flux'>, { millesime }: Scope): Cell {
  const given = givenIn(flux, millesime, { statut: 'verse', nature: 'numeraire' });
  const funders = [...Map.groupBy(given, (row) => payerOf(row).id).values()].map(sumOf);
  const largest = funders.toSorted((a, b) => b.value! - a.value!)[0];
  const total = sumOf(given).value!;
  return { ...sumOf(given), ...largest, kind: 'share', value: total > 0 ? (largest!.value! / total) * 100 : null };
}

function givenIn(flux: Data['flux'], exercice: string, state: { readonly statut: Statut; readonly nature: Nature }) {
  return flowsIn(flux, { exercice, ...state }).filter(({ niveau_payeur }) => niveau_payeur === 'financeur');
}

function sumOf(rows: Data['flux']): Cell {
  return {
    kind: 'sum',
    value: rows.reduce((sum, { montant }) => sum + montant, 0),
    n: null,
    base: null,
    contributions: rows.flatMap(({ contributions }) => contributions),
  };
}
