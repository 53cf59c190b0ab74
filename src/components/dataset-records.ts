import type { Column } from '../csv/column.ts';
import type { WrittenCell } from '../csv/write.ts';
import type { Dataset } from '../datasets/define.ts';

/** The rows of a public dataset as lines of a CSV that our own loader reads back; sensitive columns stay inside. */
export function datasetRecords(dataset: Dataset, rows: readonly object[]): readonly (readonly WrittenCell[])[] {
  if (dataset.access !== 'public') throw new Error(`The rows of "${dataset.id}" never leave the build`);
  const columns = Object.entries(dataset.columns).filter(([, { meta }]) => !meta.sensible);
  return [
    columns.map(([, { meta }]) => meta.title),
    ...rows.map((row) =>
      columns.map(([id, column]) => writtenValue((row as Readonly<Record<string, unknown>>)[id], column)),
    ),
  ];
}

function writtenValue(value: unknown, { kind, options }: Column<unknown>): WrittenCell {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((code) => options?.[String(code)] ?? String(code)).join(';');
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return kind === 'amount' ? value / 100 : value;
  if (isPoint(value)) return `${value.latitude}, ${value.longitude}`;
  return options?.[String(value)] ?? String(value);
}

function isPoint(value: unknown): value is { readonly latitude: number; readonly longitude: number } {
  return typeof value === 'object' && value !== null && 'latitude' in value && 'longitude' in value;
}
