import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { describeBounds, describeThousands, isEquivocal, isWithin, splitNumber } from '../number.ts';

/** A sum of money in euros, read as an integer of cents: never through a fraction. `min` and `max` are in euros. */
export function amount<const M extends Meta>(meta: M): Column<Value<number, M>> {
  return makeColumn(meta, {
    kind: 'amount',
    expected: `un montant en euros${describeBounds(meta.min, meta.max, ' €')}, avec au plus deux décimales`,
    read: (cell, refuse) => {
      const number = cell.replace(/(?<!\s)\s*(?:€|EUR|euros?)$/i, '');
      const parts = splitNumber(number);
      if (!parts || isEquivocal(number)) return refuse(describeThousands(number));
      if (/[^0]/.test(parts.decimals.slice(2))) return refuse({ problem: 'plus de deux décimales' });
      const cents = Number(parts.digits + parts.decimals.slice(0, 2).padEnd(2, '0')) * (parts.negative ? -1 : 1) + 0;
      if (!Number.isSafeInteger(cents) || !isWithin(cents / 100, meta.min, meta.max)) return refuse();
      return cents;
    },
  });
}
