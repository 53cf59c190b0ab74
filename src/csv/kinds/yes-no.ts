import { fold } from '../../text/fold.ts';
import { type Column, type Meta, makeColumn, type Value } from '../column.ts';

const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ...['oui', 'o', 'vrai', 'true', 'yes', 'y', '1'].map((word) => [word, true] as const),
  ...['non', 'n', 'faux', 'false', 'no', '0'].map((word) => [word, false] as const),
]);

/** Yes or no, as survey tools and spreadsheets write it. */
export function yesNo<const M extends Meta>(meta: M): Column<Value<boolean, M>> {
  return makeColumn(meta, {
    kind: 'yesNo',
    expected: '« oui » ou « non »',
    read: (cell, refuse) => ANSWERS.get(fold(cell)) ?? refuse(),
  });
}
