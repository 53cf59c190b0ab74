import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { isWithin } from '../number.ts';
import { readDecimal } from './decimal.ts';

/** A longitude in degrees (WGS 84). */
export function longitude<const M extends Meta>(meta: M): Column<Value<number, M>> {
  return makeColumn(meta, {
    kind: 'longitude',
    expected: 'une longitude en degrés, entre -180 et 180',
    read: (cell, refuse) => {
      const value = readDecimal(cell);
      if (value !== undefined && isWithin(value, -180, 180)) return value;
      return refuse(Number.isInteger(value) ? { problem: 'virgule décimale perdue' } : {});
    },
  });
}
