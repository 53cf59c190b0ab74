import { createHash } from 'node:crypto';
import { writeCsv } from '../csv/write.ts';
import type { Resource } from '../datasets/datapackage.ts';
import { datasets } from '../datasets/index.ts';
import { nameMillesime } from '../datasets/millesimes.ts';
import { publicRecords } from '../datasets/records.ts';
import { TABLE_SCHEMA_PROFILE, tableSchemaOf } from '../datasets/table-schema.ts';
import type { PublishedTable } from '../model/table.ts';
import { tableFile } from '../model/table-file.ts';
import { type FigureView, observatory } from '../observatory/index.ts';
import { sentence } from '../text/sentence.ts';
import { typo } from '../text/typography.ts';
import { yearsOf } from './figure-years.ts';
import { type OpenDataset, type OpenFile, openFiles, yearOf } from './open-rows.ts';
import { tableFields, tableRecords } from './table-csv.ts';
import { titleOfTable } from './table-title.ts';

/** A CSV that anyone may take, and what has to be known to read it. */
export interface Download {
  /** Unique among all. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Path inside this observatory: "/donnees/lieux.csv". */
  readonly file: string;
  /** A Frictionless Table Schema. */
  readonly schema: object;
  readonly sources: readonly { readonly title: string; readonly path?: string }[];
  readonly licenses: readonly Resource['licenses'][number][];
  /** Whom the numbers are about: the champ of a figure, the base of a data file. */
  readonly champ: string;
  /** The years of data, in readers' words; none where they bear a date only. */
  readonly millesime?: string;
  /** The date of the data, as precise as it is known. */
  readonly modified?: string;
  /** Page of the site that shows it. */
  readonly page: string;
  /** The file's text, byte-order mark included. */
  write(): string;
}

/** The rows of one file of a public dataset: one a millésime where it has millésimes, for the rows do not say theirs. */
export interface DatasetDownload extends Download {
  readonly dataset: OpenDataset;
  /** What datapackage.json says of the file that these rows come from. */
  readonly resource: Resource;
  /** The first and the last year of data, where they bear one. */
  readonly years?: readonly [first: string, last: string];
}

/** A published table of a figure. */
export interface TableDownload extends Download {
  /** The file's name without ending: the figure's id, and for further tables their name. */
  readonly id: string;
  readonly figure: FigureView;
  readonly table: PublishedTable;
}

/** The licences of what can be downloaded, in words. */
export function licencesOf({ licenses }: Pick<Download, 'licenses'>): string {
  return [...new Set(licenses.map(({ title, name }) => title ?? name))].join(', ');
}

/** How every CSV of ours is written: `writeCsv` says why. */
export const DIALECT = {
  delimiter: ';',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
  header: true,
} as const;

/** Every file of a public dataset that this observatory has, under the name that datapackage.json gives it. */
export const datasetDownloads: readonly DatasetDownload[] = openFiles(observatory).map(describeRows);

/** One file a table: the first is the figure's, further ones bear their name. */
export const tableDownloads: readonly TableDownload[] = observatory.figures.flatMap((figure) =>
  Object.keys(figure.tables).map((name) => describeTable(figure, name)),
);

/** Everything that can be downloaded as a CSV: the pages, the data package and the catalogue read this one list. */
export const downloads: readonly Download[] = [...datasetDownloads, ...tableDownloads];

/** How many bytes a text makes, and their SHA-256 in hexadecimal. */
export function measureFile(text: string): { readonly bytes: number; readonly sha256: string } {
  return { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
}

/** The date of the latest data, as precise as it is known; never the clock's. */
export function dateOfData(): string | undefined {
  return observatory.resources
    .map(({ date }) => date)
    .sort()
    .at(-1);
}

function describeRows({ dataset, resource, rows }: OpenFile): DatasetDownload {
  const { name, title, base, sources, licenses } = resource;
  return {
    dataset,
    name,
    title,
    description: [datasets[dataset].description, `Base : ${base}`].map(sentence).join(' '),
    file: `/donnees/${name}.csv`,
    schema: tableSchemaOf(datasets[dataset]),
    sources,
    licenses,
    champ: base,
    ...(resource.millesime ? { millesime: nameMillesime(observatory.settings, resource.millesime) } : {}),
    modified: resource.date,
    page: `/donnees/#${dataset}`,
    resource,
    years: endsOf(rows),
    write: () => writeCsv(publicRecords(datasets[dataset], rows)),
  };
}

function describeTable(figure: FigureView, name: string): TableDownload {
  const table = figure.tables[name]!;
  const id = tableFile(figure.id, name);
  const years = yearsOf(figure);
  return {
    id,
    figure,
    table,
    name: `graphique-${id}`,
    title: titleOfTable(figure, name),
    description: [figure.subtitle, typo(`Champ : ${figure.champ}`)].filter(Boolean).map(sentence).join(' '),
    file: `/graphiques/${id}.csv`,
    schema: { $schema: TABLE_SCHEMA_PROFILE, missingValues: [''], fields: tableFields(table) },
    sources: distinct(figure.sources.map(({ label, url }) => ({ title: label, ...(url ? { path: url } : {}) }))),
    licenses: distinct(observatory.resources.flatMap(({ licenses }) => licenses)),
    champ: figure.champ,
    ...(years === undefined ? {} : { millesime: typo(years) }),
    ...(figure.modified === undefined ? {} : { modified: figure.modified }),
    page: `/graphiques/${figure.id}/`,
    write: () => writeCsv(tableRecords(table)),
  };
}

function endsOf(rows: readonly object[]): DatasetDownload['years'] {
  const years = rows.flatMap((row) => yearOf(row)?.match(/\d{4}/g) ?? []).sort();
  return years.length === 0 ? undefined : [years[0]!, years.at(-1)!];
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
