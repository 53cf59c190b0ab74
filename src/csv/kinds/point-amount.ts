import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { describeThousands, isEquivocal, isWithin, joinThousands, splitNumber } from '../number.ts';

const POINT_AMOUNT = /^[+-]?\d+(?:\.\d+)?$/;

/** Euros as standards for machines write them (`137825.00`), read as an integer of cents. `min` and `max` are in euros. */
export function pointAmount<const M extends Meta>(meta: M): Column<Value<number, M>> {
  return makeColumn(meta, {
    kind: 'pointAmount',
    expected: 'un montant en euros, avec un point décimal et sans espace',
    read: (cell, refuse) => {
      const parts = splitNumber(cell);
      const joined = joinThousands(cell);
      if (!parts || isEquivocal(cell))
        return refuse({ ...describeThousands(cell), nearest: joined?.replace(',', '.') });
      if (/[^0]/.test(parts.decimals.slice(2))) return refuse({ problem: 'plus de deux décimales' });
      const cents = Number(parts.digits + parts.decimals.slice(0, 2).padEnd(2, '0')) * (parts.negative ? -1 : 1) + 0;
      if (!Number.isSafeInteger(cents) || !isWithin(cents / 100, meta.min, meta.max)) return refuse();
      return POINT_AMOUNT.test(cell) ? cents : refuse({ nearest: writeAmount(cents) });
    },
  });
}

/** Cents as `137825.00`. */
export function writeAmount(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
