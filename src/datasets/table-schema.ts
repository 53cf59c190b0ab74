import type { Column } from '../csv/column.ts';
import type { Dataset } from './define.ts';

interface Type {
  readonly type: string;
  readonly format?: string;
  readonly pattern?: string;
}

/** Our kinds of column in the words of Table Schema; a kind that is not here is a string. Amounts are written in euros. */
const TYPES: Readonly<Record<string, Type>> = {
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  amount: { type: 'number' },
  latitude: { type: 'number' },
  longitude: { type: 'number' },
  yesNo: { type: 'boolean' },
  url: { type: 'string', format: 'uri' },
  date: { type: 'string', pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?' },
  slug: { type: 'string', pattern: '[a-z0-9]+(-[a-z0-9]+)*' },
  siret: { type: 'string', pattern: '\\d{14}' },
};

/** Degrees have bounds of their own. */
const BOUNDS: Readonly<Record<string, readonly [min: number, max: number]>> = {
  latitude: [-90, 90],
  longitude: [-180, 180],
};

/**
 * A dataset's columns as a Frictionless Table Schema, for whoever checks a file before sending it. `unit`, `theme` and
 * `since` are ours; `categories` holds the label of each code.
 */
export function tableSchemaOf({ id, title, description, columns }: Dataset) {
  const unique = Object.entries(columns).filter(([, { meta }]) => meta.unique && meta.required);
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    name: id,
    title,
    description,
    missingValues: [''],
    ...(unique.length === 1 ? { primaryKey: unique[0]![1].meta.title } : {}),
    fields: Object.values(columns).map(fieldOf),
  };
}

/** The field's name is the header that the file bears. */
function fieldOf(column: Column<unknown>) {
  const { kind, meta, expected } = column;
  const { type, format } = TYPES[kind] ?? { type: 'string' };
  const constraints = constraintsOf(column);
  return {
    name: meta.title,
    title: meta.title,
    description: [meta.description, `Attendu\u00a0: ${expected}.`].filter(Boolean).join(' '),
    type,
    ...(format ? { format } : {}),
    ...(type === 'number' ? { decimalChar: ',' } : {}),
    ...(type === 'boolean' ? { trueValues: ['oui'], falseValues: ['non'] } : {}),
    ...(meta.unit ? { unit: typeof meta.unit === 'string' ? meta.unit : meta.unit.many } : {}),
    ...(meta.theme ? { theme: meta.theme } : {}),
    ...(meta.since ? { since: meta.since } : {}),
    ...categoriesOf(column),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

function constraintsOf({ kind, meta, options }: Column<unknown>) {
  const type = TYPES[kind];
  const isNumber = type?.type === 'integer' || type?.type === 'number';
  const [min, max] = isNumber ? (BOUNDS[kind] ?? [meta.min, meta.max]) : [];
  return {
    ...(meta.required ? { required: true } : {}),
    ...(meta.unique ? { unique: true } : {}),
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
    ...(kind === 'text' && meta.max !== undefined ? { maxLength: meta.max } : {}),
    ...(type?.pattern ? { pattern: type.pattern } : {}),
    ...(kind === 'oneOf' ? { enum: Object.values(options ?? {}) } : {}),
  };
}

function categoriesOf({ kind, options }: Column<unknown>) {
  if (kind !== 'oneOf' && kind !== 'severalOf') return {};
  return { categories: Object.entries(options ?? {}).map(([value, label]) => ({ value, label })) };
}
