import { observatory } from '../observatory/index.ts';
import { findProse } from '../observatory/prose.ts';
import { fold } from '../text/fold.ts';
import { typo } from '../text/typography.ts';
import { describeForCsvw } from './csvw.ts';
import { DIALECT, type Download, dateOfData, downloads, measureFile } from './downloads.ts';
import { addressOf } from './sharing.ts';

const { settings, demonstration } = observatory;

/**
 * Every CSV of this observatory as a Frictionless Data Package. It lies at the root of the observatory because its paths
 * may only go down. It follows version 2 of the standard, and bears `profile` for readers of version 1: that of tables,
 * which takes files of rows with a schema and nothing else. Workbooks and maps are in the catalogue.
 */
export function describeDataPackage() {
  const { nom, region } = settings;
  const description = findProse('pages/donnees')?.description;
  const name = [nom, region.id].map((words) => fold(words).replace(/[^a-z0-9]+/g, '-')).join('-');
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    name,
    title: markFiction(`${nom} ${region.en}`),
    ...(description ? { description: markFiction(description) } : {}),
    ...(settings.adresse ? { homepage: addressOf('/donnees/') } : {}),
    version: dateOfData(),
    keywords: demonstration ? ['démonstration', 'données fictives'] : ['tiers-lieux', region.nom],
    licenses: [...new Map(downloads.flatMap(({ licenses }) => licenses.map((each) => [each.name, each]))).values()],
    ...(demonstration ? { demonstration: true } : {}),
    resources: downloads.map(describeResource),
  };
}

/**
 * One CSV, for the file that goes with it: what it is for a program that reads Frictionless or CSV on the Web, and for
 * people whose numbers they are, from when and from whom. Its units are in its schema, the base of each number in the CSV
 * itself.
 */
export function describeAlone(download: Download) {
  const { champ, millesime, modified, page, file } = download;
  const publisher = typo(`${settings.nom} ${settings.region.en}`);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    ...describeResource(download),
    // The two files lie side by side.
    path: file.split('/').at(-1),
    // To CSV on the Web, a line that begins with a sharp would be a comment.
    dialect: { ...DIALECT, commentPrefix: null },
    champ: typo(champ),
    ...(millesime ? { millesime } : {}),
    ...(modified ? { modified } : {}),
    publisher,
    ...(settings.adresse ? { homepage: addressOf(page) } : {}),
    ...(demonstration ? { demonstration: true } : {}),
    ...describeForCsvw({ ...download, title: markFiction(download.title) }, publisher),
  };
}

function describeResource(download: Download) {
  const { name, title, description, file, schema, sources, licenses } = download;
  const { bytes, sha256 } = measureFile(download.write());
  return {
    name,
    type: 'table',
    profile: 'tabular-data-resource',
    title: markFiction(title),
    description: typo(description),
    path: file.slice(1),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    dialect: DIALECT,
    schema,
    sources,
    licenses,
  };
}

/** A file that leaves its folder must still say what it is. */
function markFiction(words: string): string {
  return typo(demonstration ? `Démonstration, données fictives : ${words}` : words);
}
