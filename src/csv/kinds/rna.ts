import { type Column, type Meta, makeColumn, type Value } from '../column.ts';

/** An association's number in the national register: `W` and nine digits. */
export function rna<const M extends Meta>(meta: M): Column<Value<string, M>> {
  return makeColumn(meta, {
    kind: 'rna',
    expected: 'un numéro RNA : « W » suivi de 9 chiffres',
    read: (cell, refuse) => {
      if (/^W\d{9}$/.test(cell)) return cell;
      const compact = cell.replace(/\s/g, '').toUpperCase();
      return refuse(/^W\d{9}$/.test(compact) ? { nearest: compact } : {});
    },
  });
}
