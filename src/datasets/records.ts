import { isDeepStrictEqual } from 'node:util';
import type { Column, Shape } from '../csv/column.ts';
import { writeAmount } from '../csv/kinds/point-amount.ts';
import type { WrittenCell } from '../csv/write.ts';
import type { Dataset } from './define.ts';

/** Rows as lines of a CSV that our own loader reads back: titles first, then answers by their labels and amounts in euros. */
export function recordsOf(columns: Shape, rows: readonly object[]): readonly (readonly WrittenCell[])[] {
  const written = Object.entries<Column<unknown>>(columns);
  return [
    written.map(([, { meta }]) => meta.title),
    ...rows.map((row) =>
      written.map(([id, column]) => writtenValue((row as Readonly<Record<string, unknown>>)[id], column)),
    ),
  ];
}

/** The lines of a dataset that anyone may read; its sensitive columns stay inside. */
export function publicRecords({ id, access, columns }: Dataset, rows: readonly object[]): ReturnType<typeof recordsOf> {
  if (access !== 'public') throw new Error(`The rows of "${id}" never leave the build`);
  return recordsOf(Object.fromEntries(Object.entries(columns).filter(([, { meta }]) => !meta.sensible)), rows);
}

function writtenValue(value: unknown, { kind, options, schema }: Column<unknown>): WrittenCell {
  if (value === null || value === undefined) return null;
  // A standard's own texts and its decimal point, whatever the file's other numbers look like.
  if (kind === 'exactly')
    return Object.keys(options ?? {}).find((text) => isDeepStrictEqual(schema.parse(text), value)) ?? null;
  if (kind === 'pointAmount') return writeAmount(value as number);
  if (kind === 'pointDecimal') return String(value);
  if (Array.isArray(value)) return value.map((code) => options?.[String(code)] ?? String(code)).join('; ');
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return kind === 'amount' ? value / 100 : value;
  if (isPoint(value)) return `${value.latitude}, ${value.longitude}`;
  return options?.[String(value)] ?? String(value);
}

function isPoint(value: unknown): value is { readonly latitude: number; readonly longitude: number } {
  return typeof value === 'object' && value !== null && 'latitude' in value && 'longitude' in value;
}
