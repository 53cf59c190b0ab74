import { typo } from '../text/typography.ts';
import type { Download } from './downloads.ts';

/** A column in the words of Table Schema, as our schemas say it. */
interface SchemaField {
  readonly name: string;
  readonly type: string;
  readonly description?: string;
  readonly format?: string;
  readonly decimalChar?: string;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly unit?: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

/**
 * A CSV in the words of CSV on the Web (W3C, "Metadata Vocabulary for Tabular Data", 2015): what portals of statistics
 * read. They stand beside those of Frictionless in one file; each reader passes over the other's words.
 */
export function describeForCsvw(download: Download, publisher: string) {
  const { file, title, description, modified, sources, licenses } = download;
  const { fields } = download.schema as { readonly fields: readonly SchemaField[] };
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'fr' }],
    // A group of one: alone, a table would bear its address under a word that Frictionless gives another meaning.
    tables: [
      {
        url: file.split('/').at(-1),
        'dc:title': typo(title),
        'dc:description': typo(description),
        'dc:publisher': publisher,
        'dc:source': sources.map((source) => source.title),
        'dc:license': licenses.flatMap(({ path }) => (path ? [{ '@id': path }] : [])),
        ...(modified ? { 'dc:modified': modified } : {}),
        tableSchema: { columns: fields.map(columnOf) },
      },
    ],
  };
}

function columnOf({ name, description, unit, constraints = {}, ...field }: SchemaField) {
  return {
    titles: name,
    datatype: datatypeOf(field, constraints),
    ...(constraints.required ? { required: true } : {}),
    ...(description ? { 'dc:description': description } : {}),
    ...(unit ? { 'schema:unitText': unit } : {}),
  };
}

function datatypeOf(
  { type, format, decimalChar = '.', trueValues, falseValues }: Omit<SchemaField, 'name'>,
  { minimum, maximum, maxLength, pattern }: Readonly<Record<string, unknown>>,
) {
  const bounds = { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
  switch (type) {
    case 'integer':
      return { base: 'integer', ...bounds };
    case 'number':
      return { base: 'number', format: { decimalChar }, ...bounds };
    case 'boolean':
      return { base: 'boolean', format: `${trueValues?.[0]}|${falseValues?.[0]}` };
    default:
      if (format === 'uri') return { base: 'anyURI' };
      return { base: 'string', ...(pattern ? { format: pattern } : {}), ...(maxLength ? { maxLength } : {}) };
  }
}
