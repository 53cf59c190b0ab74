import { payeeOf, payerOf } from '../datasets/flux-nodes.ts';
import type { OpenFlow } from '../datasets/open-ledger.ts';
import type { Settings } from '../datasets/settings.ts';

/** As far as two versions of a flow are compared. */
export type ComparedFlow = Pick<
  OpenFlow,
  | 'millesime'
  | 'statut'
  | 'nature'
  | 'payeur'
  | 'niveau_payeur'
  | 'beneficiaire'
  | 'niveau_beneficiaire'
  | 'contributions'
>;

type Ledger = readonly ComparedFlow[];
type Secret = Settings['secret'];

/**
 * True where two versions of the ledger, subtracted, would give back what one payee without agreement gets, however safe
 * each version is alone. Judged by exercice, status, nature and payer: the smallest sums that are published. Gathered
 * payees bear the same pseudonym on both sides, save those whose name is written otherwise.
 */
export function tellsPayment(before: Ledger, after: Ledger, secret: Secret): boolean {
  const now = groupByState(after);
  return [...groupByState(before)].some(([state, was]) => {
    const is = now.get(state);
    // An exercice or a status that appears or leaves as a whole is subtracted from nothing.
    return is !== undefined && tellsInState(was, is, secret);
  });
}

function groupByState(ledger: Ledger): ReadonlyMap<string, Ledger> {
  return Map.groupBy(ledger, ({ millesime, statut, nature }) => `${millesime}/${statut}/${nature}`);
}

function tellsInState(was: Ledger, is: Ledger, secret: Secret): boolean {
  const [old, now] = [gatheredAmounts(was), gatheredAmounts(is)];
  const payers = new Set([...old.keys(), ...now.keys()]);
  const moves = [...payers].map((payer) => compareAmounts(old.get(payer) ?? NONE, now.get(payer) ?? NONE));
  if (moves.every((move) => countMoved(move) === 0)) return false;
  // Whoever is named on one side only may be gathered on the other, and what they get is known.
  if (now.size > 0 && hasOther(namedPayees(was), namedPayees(is))) return true;
  if (old.size > 0 && hasOther(namedPayees(is), namedPayees(was))) return true;
  if (old.size === 0 || now.size === 0) return false;
  // Payers may have been gathered: their sums are then to be added before they are subtracted.
  if (old.size !== payers.size || now.size !== payers.size) return true;
  return moves.some((move) => isTelling(move, secret));
}

/** What each gathered payee of a payer gets in all. */
type Amounts = ReadonlyMap<string, number>;

const NONE: Amounts = new Map();

function gatheredAmounts(rows: Ledger): ReadonlyMap<string, Amounts> {
  const gathered = rows.filter(({ contributions }) => contributions.length > 0);
  const byPayer = Map.groupBy(gathered, (row) => payerOf(row).id);
  return new Map(
    [...byPayer].map(([payer, own]) => {
      const units = Map.groupBy(
        own.flatMap(({ contributions }) => contributions),
        ([unit]) => unit,
      );
      return [payer, new Map([...units].map(([unit, parts]) => [unit, sum(parts.map(([, amount]) => amount))]))];
    }),
  );
}

/** Those that a payer could gather and does not. */
function namedPayees(rows: Ledger): ReadonlySet<string> {
  const named = rows.filter(
    ({ niveau_beneficiaire: level, contributions }) =>
      (level === 'beneficiaire' || level === 'depense') && contributions.length === 0,
  );
  return new Set(named.map((row) => `${payerOf(row).id}/${payeeOf(row).id}`));
}

function hasOther(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((one) => !others.has(one));
}

/** How the gathered payees of one payer moved. */
interface Move {
  /** By how much each of those of both sides moved. */
  readonly known: readonly number[];
  /** Amounts of payees that are on one side only; the same payee may be on both, under two names. */
  readonly left: readonly number[];
  readonly came: readonly number[];
}

function compareAmounts(before: Amounts, after: Amounts): Move {
  const both = [...before.keys()].filter((unit) => after.has(unit));
  const known = both.map((unit) => Math.abs(after.get(unit)! - before.get(unit)!)).filter((moved) => moved > 0);
  const alone = (own: Amounts, other: Amounts) =>
    [...own]
      .filter(([unit]) => !other.has(unit))
      .map(([, amount]) => amount)
      .toSorted((a, b) => a - b);
  const [left, came] = [alone(before, after), alone(after, before)];
  return { known, left: without(left, came), came: without(came, left) };
}

/** How many payees moved at least. */
function countMoved({ known, left, came }: Move): number {
  return known.length + Math.max(left.length, came.length);
}

function without(amounts: readonly number[], others: readonly number[]): readonly number[] {
  const counts = new Map([...Map.groupBy(others, (amount) => amount)].map(([amount, alike]) => [amount, alike.length]));
  return amounts.filter((amount) => {
    const count = counts.get(amount) ?? 0;
    counts.set(amount, count - 1);
    return count <= 0;
  });
}

/** Too few payees moved, or one of them may have moved by nearly as much as all: what the gate asks of a sum. */
function isTelling(move: Move, { unitesMinimum, partMaximale }: Secret): boolean {
  const moved = countMoved(move);
  if (moved === 0) return false;
  if (moved < unitesMinimum) return true;
  const { known, left, came } = move;
  const inAll = sum(known);
  const isLarge = (own: number, others: number) => own > (own + others) * partMaximale;
  const largest = Math.max(0, ...known);
  if (isLarge(largest, inAll - largest + leastMovement(left, came))) return true;
  return [-1, ...left.keys()].some((from) =>
    [-1, ...came.keys()].some((to) => {
      const own = Math.abs((came[to] ?? 0) - (left[from] ?? 0));
      // Looked at first for speed: most pairs go no further.
      if (!isLarge(own, inAll)) return false;
      const rest = [left, came].map((amounts, at) => amounts.filter((_, index) => index !== [from, to][at]));
      return isLarge(own, inAll + leastMovement(rest[0]!, rest[1]!));
    }),
  );
}

/** By how much payees moved at least, whichever of the sorted amounts are the same payee’s. */
function leastMovement(left: readonly number[], came: readonly number[]): number {
  const size = Math.max(left.length, came.length);
  const pad = (amounts: readonly number[]) => [...Array<number>(size - amounts.length).fill(0), ...amounts];
  const [old, now] = [pad(left), pad(came)];
  return sum(old.map((amount, at) => Math.abs(now[at]! - amount)));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
