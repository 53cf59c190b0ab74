import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { isWithin } from '../number.ts';
import { readDecimal } from './decimal.ts';

/** A latitude in degrees (WGS 84). */
export function latitude<const M extends Meta>(meta: M): Column<Value<number, M>> {
  return makeColumn(meta, {
    kind: 'latitude',
    expected: 'une latitude en degrés, entre -90 et 90',
    read: (cell, refuse) => {
      const value = readDecimal(cell);
      if (value !== undefined && isWithin(value, -90, 90)) return value;
      return refuse(Number.isInteger(value) ? { problem: 'virgule décimale perdue' } : {});
    },
  });
}
