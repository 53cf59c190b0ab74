import { createHmac, randomBytes } from 'node:crypto';
import type { Contribution } from '../model/table.ts';
import type { Flux } from './flux.ts';
import { type LedgerNode, payeeOf, payerOf } from './flux-nodes.ts';
import type { Niveau } from './flux-options.ts';
import type { Settings } from './settings.ts';

/** The names under which nodes of a level are gathered that may not be told apart. */
export const OTHERS: Readonly<Record<Niveau, string>> = {
  financeur: 'Autres financeurs',
  dispositif: 'Autres dispositifs',
  action: 'Autres actions',
  beneficiaire: 'Autres bénéficiaires',
  depense: 'Autres dépenses',
  reste: 'Autres restes',
};

/** The name of beneficiaries that are gathered with expenses, where they are too few among themselves. */
export const OTHERS_WITH_EXPENSES = 'Autres bénéficiaires et dépenses';

/**
 * A flow that anyone may read: of one payee, or of several gathered under a common name. `contributions` is what each
 * of the gathered ones gets, under pseudonyms, for the gate; empty where everybody is named.
 */
export interface OpenFlow extends Flux {
  readonly contributions: readonly Contribution[];
}

/** The ledger as anyone may read it, and the payers whose payees nothing can hide; no flow is then given at all. */
export interface Opening {
  readonly flows: readonly OpenFlow[];
  readonly unprotected: readonly LedgerNode[];
}

type Secret = Settings['secret'];

/**
 * Gathers the beneficiaries that do not agree to be named, payer by payer, so that neither a row nor what comes in less
 * what goes out gives one of them back: with other beneficiaries, then with expenses, of the same payer, the smallest
 * first; where even these are too few, the payer itself is gathered with another of its level.
 */
export function openLedger(ledger: readonly Flux[], secret: Secret): Opening {
  const secrets = findSecrets(ledger);
  for (let rows: readonly Part[] = ledger; ; ) {
    const groups = groupBy(rows, (row) => `${row.millesime}/${payerOf(row).id}`);
    const judged = groups.map((group) => ({ group, gathered: chooseGathered(group, secrets, secret) }));
    const exposed = judged.filter(({ gathered }) => !gathered).map(({ group }) => payerOf(group[0]!));
    if (exposed.length === 0) {
      const parts = judged.flatMap(({ group, gathered }) => gatherPayees(group, gathered!, secrets));
      return { flows: nameRows(parts), unprotected: [] };
    }
    const together = addPartner(exposed, rows);
    if (!together) return { flows: [], unprotected: exposed };
    rows = gatherNodes(rows, together);
  }
}

/** A row of the ledger, or several gathered ones; `units` are those that have to be protected together. */
type Part = Flux & { readonly isGathered?: boolean; readonly units?: readonly Contribution[] };

/** Beneficiaries that do not agree to be named in an exercice: one row without agreement is enough. */
function findSecrets(rows: readonly Flux[]): ReadonlySet<string> {
  return new Set(
    rows
      .filter(({ niveau_beneficiaire, accord }) => niveau_beneficiaire === 'beneficiaire' && accord !== true)
      .map(nameInYear),
  );
}

function nameInYear(row: Flux): string {
  return `${row.millesime}/${payeeOf(row).id}`;
}

/** The payees of one payer, in one exercice, that have to be gathered; undefined where even all of them are too few. */
function chooseGathered(
  rows: readonly Part[],
  secrets: ReadonlySet<string>,
  { unitesMinimum, partMaximale }: Secret,
): ReadonlySet<string> | undefined {
  const kept = rows.filter((row) => secrets.has(nameInYear(row)));
  const gathered = new Set(kept.map((row) => payeeOf(row).id));
  const states = new Map(kept.map((row) => [stateOf(row), { units: 0, sum: 0, largest: 0 }]));
  const amounts = Map.groupBy(rows, (row) => payeeOf(row).id);
  const gather = (id: string) => {
    gathered.add(id);
    for (const own of groupBy(amounts.get(id)!, stateOf)) {
      const state = states.get(stateOf(own[0]!));
      if (!state) continue;
      state.units += 1;
      state.sum += sumOf(own);
      state.largest = Math.max(state.largest, sumOf(own));
    }
  };
  // Enough payees, none of whom gets nearly everything: what the gate asks of a sum.
  const isSafe = () =>
    [...states.values()].every(({ units, sum, largest }) => units >= unitesMinimum && largest <= sum * partMaximale);
  for (const id of [...gathered]) gather(id);
  for (const helper of isSafe() ? [] : listHelpers(rows, gathered)) {
    gather(helper);
    if (isSafe()) break;
  }
  return isSafe() ? gathered : undefined;
}

/** Named beneficiaries, then expenses, the smallest first. */
function listHelpers(rows: readonly Part[], gathered: ReadonlySet<string>): readonly string[] {
  return (['beneficiaire', 'depense'] as const).flatMap((niveau) => {
    const own = rows.filter((row) => row.niveau_beneficiaire === niveau && !gathered.has(payeeOf(row).id));
    return groupBy(own, (row) => payeeOf(row).id)
      .map((payee) => ({ id: payeeOf(payee[0]!).id, size: sumOf(payee) }))
      .sort((a, b) => a.size - b.size || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
  });
}

/** Payers of one level that are to be one: the exposed ones of that level, and another where there is only one; undefined where there is no other. */
function addPartner(exposed: readonly LedgerNode[], rows: readonly Part[]): readonly LedgerNode[] | undefined {
  const [first] = exposed;
  const own = new Map(exposed.filter(({ niveau }) => niveau === first!.niveau).map((node) => [node.id, node]));
  if (own.size > 1) return [...own.values()];
  // Among those that give: a remainder that gets is none of them.
  const payers = rows.map((row) => ({ node: payerOf(row), montant: row.montant }));
  const others = payers.filter(({ node }) => node.niveau === first!.niveau && !own.has(node.id));
  const [partner] = groupBy(others, ({ node }) => node.id)
    .map((alike) => ({ node: alike[0]!.node, size: sumOf(alike) }))
    .sort((a, b) => a.size - b.size || (a.node.id < b.node.id ? -1 : 1));
  return partner && [first!, partner.node];
}

/** The ledger with some nodes of a level as one, in every exercice; a reference would still tell which of them a row is about. */
function gatherNodes(rows: readonly Part[], nodes: readonly LedgerNode[]): readonly Part[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const nom = OTHERS[nodes[0]!.niveau];
  const isTouched = (row: Part) => ids.has(payerOf(row).id) || ids.has(payeeOf(row).id);
  const renamed = rows.filter(isTouched).map((row) => ({
    ...row,
    ...(ids.has(payerOf(row).id) ? { payeur: nom } : {}),
    ...(ids.has(payeeOf(row).id) ? { beneficiaire: nom } : {}),
  }));
  const sums = groupBy(renamed, (row) => [row.millesime, stateOf(row), payerOf(row).id, payeeOf(row).id].join('/'));
  const added = sums.map((alike) => ({ ...addRows(alike), lieu: alike[0]!.lieu, siret: alike[0]!.siret }));
  return [...rows.filter((row) => !isTouched(row)), ...added];
}

/** The rows of one payer in one exercice, gathered payees as one. */
function gatherPayees(
  rows: readonly Part[],
  gathered: ReadonlySet<string>,
  secrets: ReadonlySet<string>,
): readonly Part[] {
  const isGathered = (row: Part) => gathered.has(payeeOf(row).id);
  const own = rows.filter(isGathered);
  const hasExpenses = own.some(({ niveau_beneficiaire }) => niveau_beneficiaire === 'depense');
  const beneficiaire = hasExpenses ? OTHERS_WITH_EXPENSES : OTHERS.beneficiaire;
  const sums = groupBy(own, stateOf).map((alike) => ({
    ...addRows(alike),
    beneficiaire,
    niveau_beneficiaire: 'beneficiaire' as const,
    accord: null,
    // Where all agree to be named, nobody has to be protected: they are only not told apart.
    units: alike.some((row) => secrets.has(nameInYear(row)))
      ? alike.map((row): Contribution => [payeeOf(row).id, row.montant])
      : [],
  }));
  return [...rows.filter((row) => !isGathered(row)), ...sums];
}

/** One row for several, without what only one of them says. */
function addRows(rows: readonly Part[]): Part {
  const nothing = { convention: null, debut: null, fin: null, lieu: null, siret: null };
  return { ...rows[0]!, ...nothing, montant: sumOf(rows), isGathered: true };
}

/** Rows with ids of their own: that of a gathered row would tell one of its payees. */
function nameRows(parts: readonly Part[]): readonly OpenFlow[] {
  const pseudonymOf = makePseudonyms();
  const taken = new Set(parts.filter(({ isGathered }) => !isGathered).map(({ id }) => id));
  let next = 0;
  const makeId = (): string => {
    const id = `autres-${++next}`;
    return taken.has(id) ? makeId() : id;
  };
  return parts.map(({ isGathered, units = [], ...row }) => {
    const flow = {
      ...row,
      id: isGathered ? makeId() : row.id,
      contributions: units.map(([unit, amount]): Contribution => [pseudonymOf(unit), amount]),
    };
    lasting.set(flow, units);
    return flow;
  });
}

const lasting = new WeakMap<OpenFlow, readonly Contribution[]>();

/** A key that leaves with the program: what it seals can be compared, and nothing else. */
const KEY = randomBytes(32);

/**
 * What each of the gathered payees of a flow gets, under pseudonyms that are the same in every ledger opened with one key:
 * by default this program's own, so that no other run knows them.
 */
export function comparableContributions(flow: OpenFlow, key: Uint8Array = KEY): readonly Contribution[] {
  const units = lasting.get(flow);
  if (!units) throw new Error(`Flow "${flow.id}" was not opened by openLedger`);
  return units.map(([unit, amount]) => [createHmac('sha256', key).update(unit).digest('base64'), amount]);
}

function makePseudonyms(): (unit: string) => string {
  const known = new Map<string, string>();
  return (unit) => {
    const pseudonym = known.get(unit) ?? `p${known.size + 1}`;
    known.set(unit, pseudonym);
    return pseudonym;
  };
}

function stateOf({ statut, nature }: Flux): string {
  return `${statut}/${nature}`;
}

function sumOf(rows: readonly Pick<Flux, 'montant'>[]): number {
  return rows.reduce((sum, { montant }) => sum + montant, 0);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  return [...Map.groupBy(items, keyOf).values()];
}
