import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { describeBounds, describeThousands, describeUnit, isEquivocal, isWithin, splitNumber } from '../number.ts';

/** A number with a decimal comma or point. */
export function decimal<const M extends Meta>(meta: M): Column<Value<number, M>> {
  return makeColumn(meta, {
    kind: 'decimal',
    expected: `un nombre${describeBounds(meta.min, meta.max)}`,
    read: (cell, refuse) => {
      const value = readDecimal(cell);
      if (value === undefined) return refuse({ ...describeUnit(cell), ...describeThousands(cell) });
      if (!isWithin(value, meta.min, meta.max)) return refuse();
      return value;
    },
    suspect: (cell) => {
      const isBelievable = isWithin(Number(cell.replace(/[.,]/, '')), meta.min, meta.max);
      if (!isEquivocal(cell) || !isBelievable) return undefined;
      return {
        ...describeThousands(cell),
        expected: 'un nombre sans signe entre les milliers ; les trois derniers chiffres sont lus comme des décimales',
      };
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
