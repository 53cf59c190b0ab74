import type { Refusal } from '../../csv/column.ts';
import type { Fault, Level } from '../../csv/fault.ts';
import { judgeName, maskName } from '../../csv/natural-person.ts';
import { formatValue } from '../../text/value.ts';
import { tellTogether } from '../cross-checks/tell-together.ts';
import type { Flux } from '../flux.ts';
import { NATURES, STATUTS } from '../flux-options.ts';
import type { Ledger } from '../ledger.ts';

/** The two ends of a flow, by the column of their name. */
export type Side = 'payeur' | 'beneficiaire';

/** Cents as they are told to the cent: "1 234 €", "1 234,50 €". */
export function tellEuros(cents: number): string {
  return formatValue(cents, '€', { decimals: cents % 100 === 0 ? 0 : 2 });
}

/** "versé, numéraire, exercice 3003". */
export function tellState({ statut, nature, millesime }: Flux): string {
  return `${STATUTS[statut]}, ${NATURES[nature]}, exercice ${millesime}`.toLowerCase();
}

/** How sure it is that an end of a flow is a natural person; a SIRET or a place of the directory leaves no more than a title. */
export function judgePerson(row: Flux, side: Side): ReturnType<typeof judgeName> {
  const verdict = judgeName(row[side]);
  if (verdict !== 'doubtful') return verdict;
  const isPayee = side === 'beneficiaire' && row.niveau_beneficiaire === 'beneficiaire';
  return isPayee && row.siret === null && row.lieu === null ? 'doubtful' : undefined;
}

/** The name of an end of a flow as it may be told: a person's is masked. */
export function tellName(row: Flux, side: Side): string {
  return judgePerson(row, side) ? maskName(row[side]) : row[side];
}

/** The fault of a row's name, which is masked where it is a person's. */
export function faultOfName(
  { fault }: Pick<Ledger, 'fault'>,
  row: Flux,
  side: Side,
  refusal: Refusal & { readonly level?: Level },
): Fault {
  const told = fault(row, side, refusal);
  return judgePerson(row, side) ? { ...told, value: tellName(row, side) } : told;
}

/** One fault a file for the ends of flows: that of the file's first, at the lines of all. */
export function tellEnds(
  ledger: Pick<Ledger, 'fault'>,
  ends: readonly { readonly row: Flux; readonly side: Side }[],
  refusal: Refusal & { readonly level?: Level },
): readonly Fault[] {
  const sides = new Map(ends.map(({ row, side }) => [row, side]));
  return tellByFile([...sides.keys()], (row) => faultOfName(ledger, row, sides.get(row)!, refusal));
}

/** One fault a file for rows of several: that of the file's first, at the lines of all. */
export function tellByFile(rows: readonly Flux[], faultOf: (row: Flux) => Fault): readonly Fault[] {
  return groupRows(rows, ({ millesime }) => millesime).flatMap((own) => tellTogether(own, faultOf));
}

/** Rows that share something, in their order. */
export function groupRows(rows: readonly Flux[], keyOf: (row: Flux) => string): readonly (readonly Flux[])[] {
  return [...Map.groupBy(rows, keyOf).values()];
}

/** What makes flows of one picture: those that add up. */
export function stateKey({ millesime, statut, nature }: Flux): string {
  return `${millesime}/${statut}/${nature}`;
}

/** What rows carry together, in cents. */
export function sumRows(rows: readonly Flux[]): number {
  return rows.reduce((sum, { montant }) => sum + montant, 0);
}
