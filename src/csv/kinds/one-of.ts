import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { findNearest } from '../nearest.ts';
import { enumerateOptions, indexOptions, type Options } from './options.ts';

/** One of the options, by its code or its label; the value is the code. */
export function oneOf<const O extends Options, const M extends Meta>(
  options: O,
  meta: M,
): Column<Value<Extract<keyof O, string>, M>> {
  const { codeOf } = indexOptions(options);
  return makeColumn(meta, {
    kind: 'oneOf',
    options,
    expected: enumerateOptions(options),
    read: (cell, refuse) =>
      (codeOf(cell) as Extract<keyof O, string> | undefined) ??
      refuse({ nearest: findNearest(cell, [...Object.values(options), ...Object.keys(options)]) }),
  });
}
