import type { Column } from '../csv/column.ts';
import type { Dataset } from '../datasets/define.ts';

/** Our kinds of column in the words of Table Schema; amounts are written in euros. */
const TYPES: Readonly<Record<string, { readonly type: string; readonly format?: string }>> = {
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  amount: { type: 'number' },
  latitude: { type: 'number' },
  longitude: { type: 'number' },
  yesNo: { type: 'boolean' },
  url: { type: 'string', format: 'uri' },
};

/** A dataset's columns as a Frictionless Table Schema, for whoever checks a file before sending it. */
export function tableSchemaOf({ id, title, description, columns }: Dataset) {
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    name: id,
    title,
    description,
    missingValues: [''],
    fields: Object.entries(columns).map(([name, column]) => fieldOf(name, column)),
  };
}

function fieldOf(name: string, { kind, meta, options, expected }: Column<unknown>) {
  const { type, format } = TYPES[kind] ?? { type: 'string' };
  const isNumber = type === 'integer' || type === 'number';
  const constraints = {
    ...(meta.required ? { required: true } : {}),
    ...(meta.unique ? { unique: true } : {}),
    ...(isNumber && meta.min !== undefined ? { minimum: meta.min } : {}),
    ...(isNumber && meta.max !== undefined ? { maximum: meta.max } : {}),
    ...(kind === 'oneOf' ? { enum: Object.values(options ?? {}) } : {}),
  };
  return {
    name,
    title: meta.title,
    description: [meta.description, `Attendu : ${expected}.`].filter(Boolean).join(' '),
    type,
    ...(format ? { format } : {}),
    ...(type === 'number' ? { decimalChar: ',' } : {}),
    ...(type === 'boolean' ? { trueValues: ['oui'], falseValues: ['non'] } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}
