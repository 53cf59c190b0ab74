import type { Fault } from '../csv/fault.ts';
import { findNearest } from '../csv/nearest.ts';
import type { DatasetId } from './data.ts';
import { citeFile, type DescribedFile, type Resource } from './datapackage.ts';
import type { Dataset } from './define.ts';

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
  { described, packageFile, onDisk, nameOf }: FilesToMatch,
  datasets: { readonly [Id in DatasetId]: Dataset<Id> },
): { readonly resources: readonly Resource[]; readonly faults: readonly Fault[] } {
  const resources: Resource[] = [];
  const faults: Fault[] = [];
  const names = new Set<string>();
  for (const file of described) {
    const at = { level: 'erreur', file: packageFile, columnName: `resources.${file.name}` } as const;
    const [, id = '', millesime = null] = /^(.*?)(?:-(\d{4}))?$/.exec(file.name) ?? [];
    if (!isDataset(id)) {
      const expected = `le nom d’un jeu de données : ${Object.keys(datasets).join(', ')}, suivi du millésime s’il y en a`;
      faults.push({ ...at, value: file.name, expected, nearest: findNearest(id, Object.keys(datasets)) });
      continue;
    }
    const { access, millesimes } = datasets[id];
    const path = `${id}/${file.name}.csv`;
    if (names.has(file.name))
      faults.push({ ...at, problem: 'entrée en double', expected: 'une seule entrée de ce nom' });
    else if (millesimes !== (millesime !== null)) {
      faults.push({
        ...at,
        value: file.name,
        expected: millesimes ? `un nom avec le millésime : ${id}-AAAA` : `le nom « ${id} », sans millésime`,
      });
    } else if (file.path !== path)
      faults.push({ ...at, value: file.path, problem: '« path » mal nommé', expected: `« ${path} »` });
    else if (file.access !== access)
      faults.push({ ...at, value: file.access, problem: '« access » faux', expected: `« ${access} »` });
    else if (!onDisk.includes(path)) {
      faults.push({
        ...at,
        value: path,
        problem: 'fichier absent, alors qu’il est décrit ici',
        expected: `le fichier ${nameOf(path)}`,
        nearest: findNearest(path, onDisk),
      });
    } else resources.push({ ...file, dataset: id, millesime, source: citeFile(file, millesime) });
    names.add(file.name);
  }
  const paths = new Set(described.map(({ path }) => path));
  for (const path of onDisk.filter((candidate) => !paths.has(candidate))) {
    const absent = [...paths].filter((candidate) => !onDisk.includes(candidate));
    const expected = `une entrée de ${packageFile} dont « path » est « ${path} », ou pas de fichier`;
    faults.push({
      level: 'erreur',
      file: nameOf(path),
      problem: 'fichier que rien ne décrit',
      expected,
      nearest: findNearest(path, absent),
    });
  }
  return { resources, faults };

  function isDataset(id: string): id is DatasetId {
    return Object.hasOwn(datasets, id);
  }
}
