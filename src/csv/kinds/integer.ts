import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { describeBounds, describeThousands, describeUnit, isEquivocal, isWithin, splitNumber } from '../number.ts';

/** A whole number; `12,0` is one, `12,5` is not. */
export function integer<const M extends Meta>(meta: M): Column<Value<number, M>> {
  return makeColumn(meta, {
    kind: 'integer',
    expected: `un nombre entier${describeBounds(meta.min, meta.max)}`,
    read: (cell, refuse) => {
      const parts = splitNumber(cell);
      if (!parts || isEquivocal(cell)) return refuse({ ...describeUnit(cell), ...describeThousands(cell) });
      if (/[^0]/.test(parts.decimals)) return refuse();
      const value = Number(parts.digits) * (parts.negative ? -1 : 1) + 0;
      if (!Number.isSafeInteger(value) || !isWithin(value, meta.min, meta.max)) return refuse();
      return value;
    },
  });
}
