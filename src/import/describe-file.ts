import { isDeepStrictEqual } from 'node:util';
import type { DatasetId } from '../datasets/data.ts';
import type { DescribedFile } from '../datasets/datapackage.ts';
import type { Dataset } from '../datasets/define.ts';
import type { Settings } from '../datasets/settings.ts';

/** A file that an import writes, as far as datapackage.json is concerned. */
export interface WrittenFile {
  readonly dataset: Dataset<DatasetId>;
  readonly millesime: string | null;
  /** Its path in the data folder. */
  readonly path: string;
  /** What the format and the lines know of it. */
  readonly description: Partial<DescribedFile>;
}

/** What the person says of a new file. */
export interface Stated {
  readonly source?: DescribedFile['sources'][number] | undefined;
  readonly licence?: string | undefined;
  readonly date?: string | undefined;
}

/** What only a person can say of a new file, by the option that says it. */
export type Missing = 'source' | 'licence' | 'date';

/** datapackage.json with its new entries, what could not be known, and what may be completed by hand. */
export interface DescribedImport {
  readonly text: string;
  readonly missing: readonly { readonly name: string; readonly options: readonly Missing[] }[];
  /** Names of the entries whose `univers` is to be completed. */
  readonly incomplete: readonly string[];
}

type License = DescribedFile['licenses'][number];
type Source = DescribedFile['sources'][number];
type Entry = Pick<DescribedFile, 'name' | 'sources'> & Readonly<Record<string, unknown>>;

/** Licences that public files of France bear. */
const LICENCES: readonly License[] = [
  {
    name: 'etalab-2.0',
    title: 'Licence Ouverte 2.0',
    path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  },
  { name: 'ODbL-1.0', title: 'Open Database License 1.0', path: 'https://opendatacommons.org/licenses/odbl/1-0/' },
];

/** What a file of each kind is, where nobody says better. */
const USUAL: Readonly<Record<DatasetId, Pick<DescribedFile, 'base' | 'statut' | 'declaratif'>>> = {
  reperes: { base: 'Nombres relevés dans des publications', statut: 'relevé', declaratif: false },
  lieux: { base: 'Lieux que la source nomme tiers-lieux', statut: 'relevé', declaratif: false },
  enquete: { base: 'lieux répondants', statut: 'déclaré', declaratif: true },
  subventions: { base: 'Subventions publiées par la source', statut: 'attribué', declaratif: false },
  flux: { base: 'Comptes de la source', statut: 'comptabilisé', declaratif: false },
};

/** Describes the files of an import in datapackage.json: an entry in place stays, but for sources that it does not name yet. */
export function describeFiles(
  packageText: string,
  files: readonly WrittenFile[],
  settings: Settings,
  stated: Stated,
): DescribedImport {
  const content = JSON.parse(packageText) as { resources: Entry[]; licenses?: License[] };
  const missing: DescribedImport['missing'][number][] = [];
  const incomplete: string[] = [];
  for (const file of files) {
    const name = nameEntry(file);
    const known = content.resources.findIndex((entry) => entry.name === name);
    const sources = listSources(file, settings, stated);
    if (known >= 0) content.resources[known] = completeSources(content.resources[known]!, sources);
    else {
      const entry = makeEntry(file, { sources, settings, stated, licenses: content.licenses ?? [] });
      const options = (['source', 'licence', 'date'] as const).filter((option) => entry[FIELDS[option]] === undefined);
      if (options.length > 0) missing.push({ name, options });
      if (entry.univers === null && file.dataset.access === 'aggregates') incomplete.push(name);
      content.resources.splice(placeOf(content.resources, file.dataset.id), 0, entry as unknown as Entry);
    }
  }
  // A file that says the same is not written again for its spaces.
  const isSame = isDeepStrictEqual(content, JSON.parse(packageText));
  return { text: isSame ? packageText : `${JSON.stringify(content, null, 2)}\n`, missing, incomplete };
}

const FIELDS = { source: 'sources', licence: 'licenses', date: 'date' } as const;

/** "enquete-2026", or "lieux". */
function nameEntry({ dataset, millesime }: WrittenFile): string {
  return millesime === null ? dataset.id : `${dataset.id}-${millesime}`;
}

/** A survey whose source nobody names is the network's own. */
function isOwn({ dataset, description }: WrittenFile): boolean {
  return dataset.access === 'aggregates' && description.sources === undefined;
}

function listSources(file: WrittenFile, { reseau }: Settings, { source }: Stated): readonly Source[] | undefined {
  if (source) return [source];
  if (isOwn(file)) return [{ title: reseau.nom, ...(reseau.url ? { path: reseau.url } : {}) }];
  return file.description.sources?.length ? file.description.sources : undefined;
}

function completeSources(entry: Entry, sources: readonly Source[] = []): Entry {
  const isKnown = ({ title, path }: Source) =>
    entry.sources.some((known) => (path !== undefined && known.path === path) || known.title === title);
  const unknown = sources.filter((source) => !isKnown(source));
  return unknown.length === 0 ? entry : { ...entry, sources: [...entry.sources, ...unknown] };
}

interface Knowledge {
  readonly sources: readonly Source[] | undefined;
  readonly settings: Settings;
  readonly stated: Stated;
  /** The package's own. */
  readonly licenses: readonly License[];
}

/** The keys of an entry in the order in which the file has them; undefined where only a person can say. */
function makeEntry(file: WrittenFile, { sources, stated, licenses }: Knowledge) {
  const { dataset, millesime, path, description } = file;
  const usual = USUAL[dataset.id];
  const own = isOwn(file) && licenses.length > 0 ? licenses : undefined;
  return {
    name: nameEntry(file),
    title: description.title ?? [dataset.title, millesime].filter(Boolean).join(' '),
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ';' },
    sources,
    licenses: stated.licence ? [findLicence(stated.licence)] : (description.licenses ?? own),
    date: stated.date ?? description.date ?? millesime ?? undefined,
    base: description.base ?? usual.base,
    univers: description.univers ?? null,
    exhaustif: description.exhaustif ?? false,
    access: dataset.access,
    statut: description.statut ?? usual.statut,
    declaratif: description.declaratif ?? usual.declaratif,
  };
}

function findLicence(name: string): License {
  return LICENCES.find((licence) => licence.name.toLowerCase() === name.toLowerCase()) ?? { name };
}

/** Behind the last entry of the same dataset, else at the end. */
function placeOf(resources: readonly Entry[], id: DatasetId): number {
  const last = resources.findLastIndex(({ name }) => name.replace(/-\d{4}$/, '') === id);
  return last < 0 ? resources.length : last + 1;
}
