import type { Cell, Contribution } from '../model/table.ts';
import type { Thresholds } from './thresholds.ts';

/** True when a cell says too much by itself: too few units or answers behind it, one unit that dominates, a full sensitive cell. */
export function isRevealing(cell: Cell, { minimumUnits, maximumShare }: Thresholds): boolean {
  const amounts = amountsOf(cell.contributions ?? []);
  if (cell.base !== null && cell.base > 0 && cell.base < minimumUnits) return true;
  if (amounts.length === 0) return false;
  if (amounts.length < minimumUnits) return true;
  if (cell.sensible && isCount(cell) && amounts.length === cell.base) return true;
  return !isCount(cell) && Math.max(...amounts) / sum(amounts) > maximumShare;
}

/** True where every unit counts for one: a count, or the share of a count; false for what adds up amounts. */
export function isCount({ kind, contributions = [] }: Cell): boolean {
  return (kind === 'count' || kind === 'share') && contributions.every(([, amount]) => amount === 1);
}

/** What each unit brings in all, without those that bring nothing. */
function amountsOf(contributions: readonly Contribution[]): readonly number[] {
  const byUnit = new Map<string, number>();
  for (const [unit, amount] of contributions) byUnit.set(unit, (byUnit.get(unit) ?? 0) + Math.abs(amount));
  return [...byUnit.values()].filter((amount) => amount > 0);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
