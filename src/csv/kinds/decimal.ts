import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { describeBounds, describeUnit, isWithin, splitNumber } from '../number.ts';

/** A number with a decimal comma or point. */
export function decimal<const M extends Meta>(meta: M): Column<Value<number, M>> {
  return makeColumn(meta, {
    kind: 'decimal',
    expected: `un nombre${describeBounds(meta.min, meta.max)}`,
    read: (cell, refuse) => {
      const value = readDecimal(cell);
      if (value === undefined) return refuse(describeUnit(cell));
      if (!isWithin(value, meta.min, meta.max)) return refuse();
      return value;
    },
  });
}

/** The number written in a cell, the French way or with a point; undefined when there is none. */
export function readDecimal(cell: string): number | undefined {
  const parts = splitNumber(cell);
  if (!parts) return undefined;
  const value = Number(`${parts.digits}.${parts.decimals || '0'}`) * (parts.negative ? -1 : 1) + 0;
  return Number.isFinite(value) ? value : undefined;
}
