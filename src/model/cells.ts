import type { Cell, Contribution } from './table.ts';

/** How many units there are; `base`: units they could have come from. */
export function countCell(units: readonly string[], base: number): Cell {
  return { kind: 'count', value: units.length, n: units.length, base, contributions: units.map((unit) => [unit, 1]) };
}

/** The share (percent) that units make of their base; nothing is known of an empty base. */
export function shareCell(units: readonly string[], base: number): Cell {
  return { ...countCell(units, base), kind: 'share', value: base === 0 ? null : (units.length / base) * 100 };
}

/** The sum of what each unit of a base brings; those that bring nothing count in the base only, an empty base gives nothing. */
export function sumCell(amounts: readonly Contribution[]): Cell {
  const contributions = amounts.filter(([, amount]) => amount !== 0);
  const value = contributions.reduce((sum, [, amount]) => sum + amount, 0);
  return {
    kind: 'sum',
    value: amounts.length === 0 ? null : value,
    n: contributions.length,
    base: amounts.length,
    contributions,
  };
}

/** A cell with nothing left to read: the gate still sees what it was made of. */
export function withoutValue(cell: Cell): Cell {
  return { ...cell, value: null, n: null, base: null };
}
