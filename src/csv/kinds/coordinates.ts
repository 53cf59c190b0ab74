import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { isWithin } from '../number.ts';
import { readDecimal } from './decimal.ts';

/** A point in degrees (WGS 84). */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** A point in one cell, "latitude, longitude", as open data portals write it; `;` parts decimal commas. */
export function coordinates<const M extends Meta>(meta: M): Column<Value<Coordinates, M>> {
  return makeColumn(meta, {
    kind: 'coordinates',
    expected: '« latitude, longitude » en degrés, par exemple « 48.85, 2.35 »',
    read: (cell, refuse) => {
      const [latitude, longitude, ...rest] = cell
        .split(cell.includes(';') ? ';' : ',')
        .map((part) => readDecimal(part.trim()));
      if (latitude === undefined || longitude === undefined || rest.length > 0) return refuse();
      if (!isWithin(latitude, -90, 90) || !isWithin(longitude, -180, 180)) return refuse();
      return { latitude, longitude };
    },
  });
}
