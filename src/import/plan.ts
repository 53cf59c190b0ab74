import type { Fault } from '../csv/fault.ts';
import { writeCsv } from '../csv/write.ts';
import type { DatasetId } from '../datasets/data.ts';
import type { DescribedFile } from '../datasets/datapackage.ts';
import type { Dataset } from '../datasets/define.ts';
import { datasets } from '../datasets/index.ts';
import { questionnaireOf } from '../datasets/millesimes.ts';
import type { Settings } from '../datasets/settings.ts';
import { type DescribedImport, describeFiles, type Stated } from './describe-file.ts';
import { type Candidate, type Double, findDoubles } from './find-doubles.ts';
import type { ImportedLine } from './format.ts';
import type { Import } from './index.ts';
import { type Merged, mergeLines } from './merge.ts';
import { type FileInPlace, openInPlace } from './open-in-place.ts';
import { candidateOf, candidatesInPlace, settlePlaces } from './settle-places.ts';

/** The name of the package's own file, in the data folder. */
export const PACKAGE = 'datapackage.json';

/** What an import starts from. */
export interface Ground {
  /** The bytes of a file of the data folder; undefined where there is none. */
  read(path: string): Uint8Array | undefined;
  /** How a path of the data folder is told. */
  name(path: string): string;
  readonly packageText: string;
  readonly settings: Settings;
}

/** What the person asked for. */
export interface Wishes {
  readonly millesime?: string | undefined;
  readonly replace: boolean;
  readonly stated: Stated;
}

/** A data file of ours that an import makes or completes. */
export interface Target {
  readonly dataset: Dataset<DatasetId>;
  readonly millesime: string | null;
  /** In the data folder. */
  readonly path: string;
  /** As it is told. */
  readonly name: string;
  readonly isNew: boolean;
  readonly merged: Merged;
  readonly description: Partial<DescribedFile>;
}

/** All that an import would do. */
export interface Plan {
  readonly targets: readonly Target[];
  readonly doubles: readonly Double[];
  /** What the conversion does not tell: lines without a year, held back, twice there. */
  readonly faults: readonly Fault[];
  readonly described: Pick<DescribedImport, 'missing' | 'incomplete'>;
  /** What would be written, by path in the data folder; nothing that stays as it is. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Works out what files become once imports are put into them; reads and writes nothing itself. */
export function planImport(imports: readonly Import[], ground: Ground, wishes: Wishes): Plan {
  const groups = groupLines(imports, wishes.millesime);
  const planned = groups.map((group) => planTarget(group, ground, wishes));
  const targets = planned.map(({ target }) => target);
  const changing = targets.filter(isChanging);
  const described = describeFiles(ground.packageText, changing, ground.settings, wishes.stated);
  const encoder = new TextEncoder();
  const files = new Map(changing.map(({ path, merged }) => [path, encoder.encode(writeCsv(merged.records))]));
  if (described.text !== ground.packageText) files.set(PACKAGE, encoder.encode(described.text));
  return {
    targets,
    doubles: planned.flatMap(({ doubles }) => doubles),
    faults: [...tellYearless(imports, wishes.millesime), ...planned.flatMap(({ faults }) => faults)],
    described,
    files,
  };
}

/** True for a file that would not stay as it is. */
export function isChanging({ merged: { added, changed, removed } }: Target): boolean {
  return added.length + changed.length + removed > 0;
}

/** The lines of one file of ours, whichever files they come from. */
interface Group {
  readonly dataset: Dataset<DatasetId>;
  readonly millesime: string | null;
  readonly path: string;
  readonly lines: readonly ImportedLine[];
  readonly description: Partial<DescribedFile>;
}

function groupLines(imports: readonly Import[], millesime: string | undefined): readonly Group[] {
  const placed = imports.flatMap(({ format, imported }) => {
    if (!format || !imported) return [];
    const dataset = datasets[format.dataset] as Dataset<DatasetId>;
    const description = { ...format.description, ...imported.description };
    return imported.lines.flatMap((line) => {
      const year = dataset.millesimes ? (line.millesime ?? millesime) : null;
      return year === undefined ? [] : [{ dataset, year, line, description }];
    });
  });
  return [...Map.groupBy(placed, ({ dataset, year }) => nameTarget(dataset, year))].map(([path, group]) => {
    const { dataset, year } = group[0]!;
    const descriptions = new Set(group.map(({ description }) => description));
    return { dataset, millesime: year, path, lines: group.map(({ line }) => line), description: join(descriptions) };
  });
}

function nameTarget({ id }: Dataset<DatasetId>, millesime: string | null): string {
  return `${id}/${millesime === null ? id : `${id}-${millesime}`}.csv`;
}

/** Several formats may fill one file: all their sources are named. */
function join(descriptions: ReadonlySet<Partial<DescribedFile>>): Partial<DescribedFile> {
  const all = [...descriptions];
  const sources = all.flatMap((one) => one.sources ?? []);
  return Object.assign({}, ...all, sources.length > 0 ? { sources } : {});
}

function planTarget({ dataset, millesime, path, lines, description }: Group, ground: Ground, wishes: Wishes) {
  const bytes = ground.read(path);
  const inPlace = bytes && openInPlace(bytes, dataset.columns);
  const name = ground.name(path);
  const settled = dataset.id === 'lieux' && inPlace ? settlePlaces(lines, inPlace, name) : { lines, faults: [] };
  const asked = listAsked(dataset, millesime, ground.settings);
  const merged = mergeLines(settled.lines, inPlace, { dataset, asked, replace: wishes.replace });
  const target: Target = { dataset, millesime, path, name, isNew: bytes === undefined, merged, description };
  return {
    target,
    faults: [...settled.faults, ...merged.faults],
    doubles: listDoubles(dataset, settled.lines, inPlace, name),
  };
}

/** Columns of a new file: those of the year's questionnaire. */
function listAsked({ columns }: Dataset, millesime: string | null, settings: Settings): ReadonlySet<string> {
  const questionnaire = millesime === null ? Number.POSITIVE_INFINITY : questionnaireOf(settings, millesime);
  const asked = Object.entries(columns).filter(([, { meta }]) => (meta.since ?? 0) <= questionnaire);
  return new Set(asked.map(([id]) => id));
}

/** Places of the directory, or places that answered twice; other lines are told apart by their key alone. */
function listDoubles(
  dataset: Dataset<DatasetId>,
  lines: readonly ImportedLine[],
  inPlace: FileInPlace | undefined,
  file: string,
): readonly Double[] {
  if (dataset.id === 'lieux') {
    const imported = lines.map(candidateOf);
    const ids = new Set(imported.map(({ id }) => id));
    const others = inPlace ? candidatesInPlace(inPlace, file).filter(({ id }) => !ids.has(id)) : [];
    return findDoubles(imported, others);
  }
  const answering = lines.flatMap(({ place, file: from, line, record }): Candidate[] =>
    place ? [{ ...place, code: null, file: from, line, record }] : [],
  );
  return findDoubles(answering, []);
}

/** Lines whose year nobody said: one fault for each file, since one option answers it. */
function tellYearless(imports: readonly Import[], millesime: string | undefined): readonly Fault[] {
  if (millesime !== undefined) return [];
  return imports.flatMap(({ files, format, imported }): Fault[] => {
    const isYearless = imported?.lines.some((line) => line.millesime === undefined);
    if (!format || !datasets[format.dataset].millesimes || !isYearless) return [];
    const problem = 'le fichier ne dit pas de quelle année sont ses lignes';
    return [{ level: 'erreur', file: files[0]!, problem, expected: 'l’option --millesime AAAA, l’année des données' }];
  });
}
