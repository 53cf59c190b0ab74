import { createHash } from 'node:crypto';
import type { Cell, Contribution } from '../model/table.ts';
import { isCount } from './revealing.ts';

/**
 * A number that one or several cells tell: the same units bringing the same amounts. What is hidden in one table must
 * be hidden in all, so cells are judged through their quantity.
 */
export interface Quantity {
  readonly id: string;
  readonly unit: 'count' | 'amount';
  /** Units or amount, as the cell's contributions add up. */
  readonly value: number;
  /** How many units are behind it. */
  readonly size: number;
  readonly contributions: ReadonlyMap<string, number>;
  /** True where no cell shows it, even as masked: readers do not know which of such quantities are zero. */
  readonly veiled?: boolean;
}

const known = new WeakMap<Cell, Quantity>();

/** The quantity that a cell tells; worked out once a cell. */
export function quantityOf(cell: Cell): Quantity {
  const quantity = known.get(cell) ?? quantityFrom(cell.contributions ?? [], isCount(cell) ? 'count' : 'amount');
  known.set(cell, quantity);
  return quantity;
}

/** What contributions add up to; a unit named twice brings the sum. */
function quantityFrom(contributions: Iterable<Contribution>, unit: Quantity['unit']): Quantity {
  const merged = new Map<string, number>();
  for (const [name, amount] of contributions) if (amount !== 0) merged.set(name, (merged.get(name) ?? 0) + amount);
  const sorted = [...merged].sort(([a], [b]) => (a < b ? -1 : 1));
  const value = sorted.reduce((total, [, amount]) => total + amount, 0);
  const id = createHash('sha1')
    .update(JSON.stringify([unit, sorted]))
    .digest('base64');
  return { id, unit, value, size: sorted.length, contributions: merged };
}

/** The sum of quantities of one unit; there may be none. */
export function addQuantities(quantities: readonly Quantity[], unit: Quantity['unit']): Quantity {
  return quantityFrom(
    quantities.flatMap(({ contributions }) => [...contributions]),
    unit,
  );
}

/** What is left of a quantity once parts are taken away; undefined where the parts are not in it. */
export function subtractQuantities(whole: Quantity, parts: readonly Quantity[]): Quantity | undefined {
  const rest = new Map(whole.contributions);
  for (const { contributions } of parts) {
    for (const [name, amount] of contributions) rest.set(name, (rest.get(name) ?? 0) - amount);
  }
  return [...rest.values()].some((amount) => amount < 0) ? undefined : quantityFrom(rest, whole.unit);
}
