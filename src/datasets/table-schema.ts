import type { Column } from '../csv/column.ts';
import type { Dataset } from './define.ts';

interface Type {
  readonly type: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly decimalChar?: string;
}

const DAY = '\\d{4}-\\d{2}-\\d{2}';

/** The standard that our schemas follow; readers of its first version open them too. */
export const TABLE_SCHEMA_PROFILE = 'https://datapackage.org/profiles/2.0/tableschema.json';

/** Our kinds of column in the words of Table Schema; a kind that is not here is a string. Amounts are written in euros. */
const TYPES: Readonly<Record<string, Type>> = {
  integer: { type: 'integer' },
  decimal: { type: 'number', decimalChar: ',' },
  amount: { type: 'number', decimalChar: ',' },
  latitude: { type: 'number', decimalChar: ',' },
  longitude: { type: 'number', decimalChar: ',' },
  pointAmount: { type: 'number', decimalChar: '.' },
  pointDecimal: { type: 'number', decimalChar: '.' },
  yesNo: { type: 'boolean' },
  url: { type: 'string', format: 'uri' },
  date: { type: 'string', pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?' },
  slug: { type: 'string', pattern: '[a-z0-9]+(-[a-z0-9]+)*' },
  period: { type: 'string', pattern: `${DAY}(/${DAY})?` },
  siret: { type: 'string', pattern: '\\d{14}' },
  rna: { type: 'string', pattern: 'W\\d{9}' },
};

/** Degrees have bounds of their own. */
const BOUNDS: Readonly<Record<string, readonly [min: number, max: number]>> = {
  latitude: [-90, 90],
  longitude: [-180, 180],
};

/**
 * A dataset's columns as a Frictionless Table Schema, for whoever reads the file that we publish or checks one before
 * sending it. `unit`, `theme`, `since` and `options` (the label and the code of each answer; files hold labels) are ours.
 */
export function tableSchemaOf({ id, title, description, access, columns }: Dataset) {
  // A public file goes out without its sensitive columns; a survey's never goes out, its schema is for those who send it.
  const written = Object.values(columns).filter(({ meta }) => access === 'aggregates' || !meta.sensible);
  const unique = written.filter(({ meta }) => meta.unique && meta.required);
  return {
    $schema: TABLE_SCHEMA_PROFILE,
    name: id,
    title,
    description,
    missingValues: [''],
    ...(unique.length === 1 ? { primaryKey: [unique[0]!.meta.title] } : {}),
    fields: written.map(fieldOf),
  };
}

/** The field's name is the header that the file bears. */
function fieldOf(column: Column<unknown>) {
  const { kind, meta, expected } = column;
  const { type, format, decimalChar } = TYPES[kind] ?? { type: 'string' };
  const constraints = constraintsOf(column);
  return {
    name: meta.title,
    title: meta.title,
    description: [meta.description, `Attendu\u00a0: ${expected}.`].filter(Boolean).join(' '),
    type,
    ...(format ? { format } : {}),
    ...(decimalChar ? { decimalChar } : {}),
    ...(type === 'boolean' ? { trueValues: ['oui'], falseValues: ['non'] } : {}),
    ...(meta.unit ? { unit: typeof meta.unit === 'string' ? meta.unit : meta.unit.many } : {}),
    ...(meta.theme ? { theme: meta.theme } : {}),
    ...(meta.since ? { since: meta.since } : {}),
    ...optionsOf(column),
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
    ...(kind === 'oneOf' || kind === 'exactly' ? { enum: Object.values(options ?? {}) } : {}),
  };
}

function optionsOf({ kind, options }: Column<unknown>) {
  if (kind !== 'oneOf' && kind !== 'severalOf') return {};
  return { options: Object.entries(options ?? {}).map(([code, label]) => ({ code, label })) };
}
