import { fold } from '../../text/fold.ts';
import { type Column, type Meta, makeColumn, type Value } from '../column.ts';
import { findNearest } from '../nearest.ts';
import { enumerateOptions } from './options.ts';

/** One of the texts, written exactly so (case and accents included), as a standard demands; the value is what the text stands for. */
export function exactly<const T, const M extends Meta>(
  values: Readonly<Record<string, T>>,
  meta: M,
): Column<Value<T, M>> {
  const texts = Object.keys(values);
  const options = Object.fromEntries(texts.map((text) => [text, text]));
  const allowed = new Map(Object.entries(values));
  return makeColumn(meta, {
    kind: 'exactly',
    options,
    expected: enumerateOptions(options),
    read: (cell, refuse) => {
      const value = allowed.get(cell);
      if (value !== undefined) return value;
      const wanted = fold(cell);
      return refuse({ nearest: texts.find((text) => fold(text) === wanted) ?? findNearest(cell, texts) });
    },
  });
}
