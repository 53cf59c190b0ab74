import type { Fault } from '../csv/fault.ts';
import { findNearest } from '../csv/nearest.ts';
import type { DatasetId } from './data.ts';
import { citeFile, type DescribedFile, type Resource } from './datapackage.ts';
import type { Dataset } from './define.ts';

type Datasets = { readonly [Id in DatasetId]: Dataset<Id> };

/** What is compared: the package's entries with the package's own name, and the CSV files of the folder, relative to it. */
interface FilesToMatch {
  readonly described: readonly DescribedFile[];
  readonly packageFile: string;
  readonly onDisk: readonly string[];
  /** How a path of the folder is told. */
  nameOf(path: string): string;
}

/** Pairs the entries of datapackage.json with datasets, millésimes and files; what has no counterpart is a fault. */
export function matchFiles(
  files: FilesToMatch,
  datasets: Datasets,
): { readonly resources: readonly Resource[]; readonly faults: readonly Fault[] } {
  const judged = files.described.map((entry, index) => judgeEntry(entry, index, files, datasets));
  return {
    resources: judged.flatMap((verdict) => ('dataset' in verdict ? verdict : [])),
    faults: [...judged.flatMap((verdict) => ('dataset' in verdict ? [] : verdict)), ...tellUndescribed(files)],
  };
}

/** The file of an entry, or the first thing that is wrong with the entry. */
function judgeEntry(
  entry: DescribedFile,
  index: number,
  { described, packageFile, onDisk, nameOf }: FilesToMatch,
  datasets: Datasets,
): Resource | Fault {
  const { name } = entry;
  const at = { level: 'erreur', file: packageFile, columnName: `resources.${name}` } as const;
  const [, id = '', millesime = null] = /^(.*?)(?:-(\d{4}))?$/.exec(name) ?? [];
  const ids = Object.keys(datasets);
  if (!isAmong(datasets, id)) {
    const expected = `le nom d’un jeu de données : ${ids.join(', ')}, suivi du millésime s’il y en a`;
    return { ...at, value: name, expected, nearest: findNearest(id, ids) };
  }
  const { access, millesimes } = datasets[id];
  const path = `${id}/${name}.csv`;
  if (described.findIndex((other) => other.name === name) < index)
    return { ...at, problem: 'entrée en double', expected: 'une seule entrée de ce nom' };
  if (millesimes !== (millesime !== null)) {
    const expected = millesimes ? `un nom avec le millésime : ${id}-AAAA` : `le nom « ${id} », sans millésime`;
    return { ...at, value: name, expected };
  }
  if (entry.path !== path) return { ...at, value: entry.path, problem: '« path » mal nommé', expected: `« ${path} »` };
  if (entry.access !== access)
    return { ...at, value: entry.access, problem: '« access » faux', expected: `« ${access} »` };
  if (!onDisk.includes(path)) {
    const expected = `le fichier ${nameOf(path)}`;
    return {
      ...at,
      value: path,
      problem: 'fichier absent, alors qu’il est décrit ici',
      expected,
      nearest: findNearest(path, onDisk),
    };
  }
  return { ...entry, dataset: id, millesime, source: citeFile(entry, millesime) };
}

function isAmong(datasets: Datasets, id: string): id is DatasetId {
  return Object.hasOwn(datasets, id);
}

/** The files of the folder that no entry names. */
function tellUndescribed({ described, packageFile, onDisk, nameOf }: FilesToMatch): Fault[] {
  const paths = described.map(({ path }) => path);
  const absent = paths.filter((path) => !onDisk.includes(path));
  return onDisk
    .filter((path) => !paths.includes(path))
    .map((path) => ({
      level: 'erreur',
      file: nameOf(path),
      problem: 'fichier que rien ne décrit',
      expected: `une entrée de ${packageFile} dont « path » est « ${path} », ou pas de fichier`,
      nearest: findNearest(path, absent),
    }));
}
