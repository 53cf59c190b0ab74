import { join } from 'node:path';
import type { References } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import { readCsv } from '../csv/read.ts';
import type { DatasetId } from './data.ts';
import type { Resource } from './datapackage.ts';
import type { Check, Dataset, FaultAt } from './define.ts';
import { nameFile, readSupplied } from './files.ts';
import type { Folders } from './load.ts';
import { questionnaireOf } from './millesimes.ts';
import type { Settings } from './settings.ts';

/** One data file, read: its rows, its faults, and what tells where a row stands. */
export interface LoadedFile {
  readonly dataset: DatasetId;
  readonly rows: readonly unknown[];
  readonly faults: readonly Fault[];
  readonly faultAt: FaultAt<unknown>;
}

/** Reads a data file as its dataset says, then runs the dataset's own rules on its rows. */
export async function readDataFile(
  dataset: Dataset<DatasetId>,
  { millesime, path }: Resource,
  { data: folder, changes }: Pick<Folders, 'data' | 'changes'>,
  references: References | undefined,
  settings: Settings | null,
): Promise<LoadedFile> {
  const file = nameFile(join(folder, path));
  const bytes =
    changes?.get(path) ??
    (await readSupplied(join(folder, path), 'le fichier de données, décrit par datapackage.json'));
  if (!(bytes instanceof Uint8Array)) return { dataset: dataset.id, rows: [], faults: [bytes], faultAt: () => bytes };
  const { rows, soundRows, faults, faultAt } = readCsv(bytes, {
    file,
    columns: dataset.columns,
    references,
    constants: millesime === null ? {} : { millesime },
    unknownColumn: dataset.access === 'aggregates' ? 'erreur' : 'avertissement',
    questionnaire: millesime === null ? undefined : questionnaireOf(settings, millesime),
  });
  const at = faultAt as FaultAt<unknown>;
  const checks = (dataset.checks ?? []) as unknown as readonly Check<unknown>[];
  const broken = checks.flatMap((check) => check(soundRows, at));
  const empty: Fault = {
    level: 'avertissement',
    file,
    problem: 'aucune ligne sous l’en-tête',
    expected: 'une ligne par enregistrement : sans elles, le site se construit comme si ce fichier n’existait pas',
  };
  const isEmpty = rows.length === 0 && faults.length === 0;
  return { dataset: dataset.id, rows, faults: [...faults, ...broken, ...(isEmpty ? [empty] : [])], faultAt: at };
}
