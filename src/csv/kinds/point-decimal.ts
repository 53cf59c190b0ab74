import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { isWithin } from '../number.ts';
import { readDecimal } from './decimal.ts';

const POINT_DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;

/** A number as standards for machines write it: a decimal point, no space between thousands. */
export function pointDecimal<const M extends Meta>(meta: M): Column<Value<number, M>> {
  const bounds = meta.min !== undefined && meta.max !== undefined ? ` de ${meta.min} à ${meta.max}` : '';
  return makeColumn(meta, {
    kind: 'pointDecimal',
    expected: `un nombre${bounds}, avec un point décimal`,
    read: (cell, refuse) => {
      const read = readDecimal(cell);
      if (read === undefined) return refuse();
      const isBounded = isWithin(read, meta.min, meta.max);
      if (isBounded && POINT_DECIMAL.test(cell)) return Number(cell);
      if (isBounded) return refuse({ nearest: String(read) });
      const isPercent = meta.max === 1 && read > 1 && read <= 100;
      return refuse(isPercent ? { problem: 'sans doute en pour cent : « 80 % » s’écrit « 0.8 »' } : {});
    },
  });
}
