import { datasets } from '../datasets/index.ts';
import { observatory } from '../observatory/index.ts';
import { findProse } from '../observatory/prose.ts';
import { typo } from '../text/typography.ts';
import { TABLES_WORKBOOK } from './download-paths.ts';
import {
  type DatasetDownload,
  type Download,
  datasetDownloads,
  dateOfData,
  measureFile,
  tableDownloads,
} from './downloads.ts';
import { GEOJSON_TYPE } from './figure-geojson.ts';
import { hasFeatures } from './map-features.ts';
import { addressOf } from './sharing.ts';
import { XLSX_TYPE } from './workbook.ts';

const AUTHORITY = 'http://publications.europa.eu/resource/authority';

/** The words of the catalogue, inlined: who reads it asks nothing of another site. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** What the data are about, in the European list of themes: regions, and society. */
const THEMES = ['REGI', 'SOCI'].map((theme) => ref(`${AUTHORITY}/data-theme/${theme}`));
const FRENCH = ref(`${AUTHORITY}/language/FRA`);

/**
 * The DCAT-AP catalogue of what can be downloaded, for data.gouv.fr: one entry a dataset, with a file a year where it has
 * years, and one for the tables of all figures, which would otherwise be dozens. What is not known is left out; it needs
 * the site's address, for harvesters do not resolve paths.
 */
export function describeCatalogue() {
  const { settings } = observatory;
  const byDataset = [...Map.groupBy(datasetDownloads, ({ dataset }) => dataset)];
  const description = findProse('pages/accueil')?.description ?? findProse('pages/donnees')?.description;
  return {
    '@context': CONTEXT,
    '@id': `${addressOf('/catalogue.jsonld')}#catalogue`,
    '@type': 'dcat:Catalog',
    'dct:title': french(`${settings.nom} ${settings.region.en}`),
    'dct:description': french(description ?? settings.nom),
    ...publisher(),
    'foaf:homepage': ref(addressOf('/')),
    'dct:language': FRENCH,
    'dcat:themeTaxonomy': ref(`${AUTHORITY}/data-theme`),
    ...modified(dateOfData()),
    'dcat:dataset': [
      ...byDataset.map(([dataset, files]) => describeDataset(dataset, files)),
      ...(tableDownloads.length > 0 ? [describeTables()] : []),
    ],
  };
}

function describeDataset(dataset: DatasetDownload['dataset'], files: readonly DatasetDownload[]) {
  const page = addressOf(`/donnees/#${dataset}`);
  const title = files.length === 1 ? files[0]!.title : datasets[dataset].title;
  const years = files.flatMap((file) => file.years ?? []).sort();
  const dates = files.map(({ resource }) => resource.date).sort();
  const schema = standard(addressOf(`/donnees/${dataset}.schema.json`));
  return {
    ...commonOf(page, title, files.length === 1 ? files[0]!.description : datasets[dataset].description),
    ...modified(dates.at(-1)),
    ...(years.length > 0 ? { 'dct:temporal': periodOf([years[0]!, years.at(-1)!]) } : {}),
    'dcat:distribution': files.map((file) => ({ ...distributionOf(file), 'dct:conformsTo': schema })),
  };
}

function describeTables() {
  const title = `${observatory.settings.nom} ${observatory.settings.region.en} : tableaux des graphiques`;
  const description =
    'Les tableaux publiés derrière chaque graphique, un fichier par tableau ; tous ensemble dans un classeur ; les cartes, avec leurs points ou leurs zones.';
  return {
    ...commonOf(addressOf('/graphiques/'), title, description),
    ...modified(dateOfData()),
    'dcat:distribution': [...tableDownloads.map(distributionOf), describeWorkbook(title), ...describeMaps()],
  };
}

/** All tables as one workbook; that of each figure holds nothing that it does not. */
function describeWorkbook(title: string) {
  const [{ licenses } = { licenses: [] }] = tableDownloads;
  return {
    ...fileOf({ file: TABLES_WORKBOOK, title, description: 'Une feuille par tableau.', licenses }),
    ...formatOf('XLSX', XLSX_TYPE),
  };
}

function describeMaps() {
  const maps = tableDownloads.filter(
    ({ id, figure }) => id === figure.id && hasFeatures(figure, observatory.geography),
  );
  return maps.map(({ figure, title, description, licenses }) => ({
    ...fileOf({ file: `/graphiques/${figure.id}.geojson`, title, description, licenses }),
    ...formatOf('GEOJSON', GEOJSON_TYPE),
  }));
}

function commonOf(page: string, title: string, description: string) {
  const { contact } = observatory.settings.mentions;
  return {
    '@id': page,
    '@type': 'dcat:Dataset',
    'dct:identifier': page,
    'dct:title': french(title),
    'dct:description': french(description),
    ...publisher(),
    ...(contact
      ? {
          'dcat:contactPoint': {
            '@type': 'vcard:Organization',
            'vcard:fn': observatory.settings.nom,
            'vcard:hasEmail': ref(`mailto:${contact}`),
          },
        }
      : {}),
    'dcat:landingPage': ref(page),
    'dcat:theme': THEMES,
    'dcat:keyword': [french('tiers-lieux'), french(observatory.settings.region.nom)],
    'dct:language': FRENCH,
    'dct:spatial': { '@type': 'dct:Location', 'skos:prefLabel': french(observatory.settings.region.nom) },
  };
}

function distributionOf(download: Download) {
  const { bytes, sha256 } = measureFile(download.write());
  return {
    ...fileOf(download),
    ...formatOf('CSV', 'text/csv'),
    'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(bytes) },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': ref('spdx:checksumAlgorithm_sha256'),
      'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': sha256 },
    },
  };
}

function fileOf({ file, title, description, licenses }: Pick<Download, 'file' | 'title' | 'description' | 'licenses'>) {
  const address = ref(addressOf(file));
  const licence = licenses.find(({ path }) => path)?.path;
  return {
    '@id': `${addressOf(file)}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': french(title),
    'dct:description': french(description),
    'dcat:accessURL': address,
    'dcat:downloadURL': address,
    ...(licence ? { 'dct:license': ref(licence) } : {}),
  };
}

/** A format by its name in the European list of file types, and as servers call it. */
function formatOf(name: 'CSV' | 'XLSX' | 'GEOJSON', mediaType: string) {
  return {
    'dct:format': ref(`${AUTHORITY}/file-type/${name}`),
    'dcat:mediaType': ref(`https://www.iana.org/assignments/media-types/${mediaType}`),
  };
}

/** Who publishes is what the legal notice says, and nobody while it says nothing. */
function publisher() {
  const { editeur } = observatory.settings.mentions;
  return editeur ? { 'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': editeur } } : {};
}

function modified(date: string | undefined) {
  return date ? { 'dct:modified': dated(date) } : {};
}

function periodOf([first, last]: readonly [string, string]) {
  return { '@type': 'dct:PeriodOfTime', 'dcat:startDate': dated(first), 'dcat:endDate': dated(last) };
}

/** A year, a month or a day, each in the type that says how precise it is. */
function dated(date: string) {
  const type = ['xsd:gYear', 'xsd:gYearMonth', 'xsd:date'][date.split('-').length - 1];
  return { '@type': type, '@value': date };
}

function standard(address: string) {
  return { '@id': address, '@type': 'dct:Standard' };
}

function french(words: string) {
  return { '@language': 'fr', '@value': typo(words) };
}

function ref(address: string) {
  return { '@id': address };
}
