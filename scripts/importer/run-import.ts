import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Fault, hasErrors } from '../../src/csv/fault.ts';
import type { Data, DatasetId } from '../../src/datasets/data.ts';
import { datapackageSchema } from '../../src/datasets/datapackage.ts';
import type { Reponse } from '../../src/datasets/enquete.ts';
import { nameFile, readSupplied, readSuppliedText } from '../../src/datasets/files.ts';
import { type Folders, loadObservatory } from '../../src/datasets/load.ts';
import { readDocument } from '../../src/datasets/read-document.ts';
import type { Naming } from '../../src/import/find-format.ts';
import type { ForeignTable } from '../../src/import/foreign-table.ts';
import type { ImportContext } from '../../src/import/format.ts';
import { type Import, importTables, openTable } from '../../src/import/index.ts';
import { type LeftRows, rowsOf } from '../../src/import/left-rows.ts';
import { PACKAGE, type Plan, planImport, type Wishes } from '../../src/import/plan.ts';
import { type ReadNaming, readNaming } from '../../src/import/read-naming.ts';
import { type ToldImport, tellMissing } from '../../src/import/tell-import.ts';
import type { Respondent } from '../../src/reminders/link-places.ts';
import { completeLinks, LINKS_FILE, readPrivateLinks } from '../complete-links.ts';
import { refusePrivateFolder } from '../private-folder.ts';
import type { Progress } from './progress.ts';
import { writeTogether } from './write-together.ts';

/** What the person typed, understood. */
export interface Call extends Wishes {
  readonly files: readonly string[];
  /** File that says which of our columns theirs answer. */
  readonly columns: string | undefined;
  readonly left: LeftRows;
  readonly trial: boolean;
  /** As it would be typed again. */
  readonly text: string;
  readonly folders: Folders;
  /** Where the list of who answers under which pseudonym lies. */
  readonly privateFolder: string;
}

/**
 * Reads, converts, works out, and writes unless something is wrong or it is a trial; what was found is for the caller to
 * tell. `refuse` ends a call that makes no sense.
 */
export async function runImport(
  call: Call,
  progress: Progress,
  refuse: (mistake: string) => never,
): Promise<ToldImport> {
  const { folders, left, trial, text } = call;
  const name = (path: string) => nameFile(join(folders.data, path));
  const named = await readNamed(call.columns);
  const opened = await openFiles(call, named.naming, progress);
  refuseAbsentRows(call, opened.tables, refuse);

  progress.step('Lecture des données en place');
  const observatory = await loadObservatory(folders);
  const described = readPackage(folders);
  const imports = importTables(opened.tables, makeContext(call, observatory.data), named.naming);

  progress.step('Comparaison avec les données en place');
  const faults = [
    ...opened.faults,
    ...named.faultsFor(datasetsOf(imports)),
    ...described.faults,
    ...imports.flatMap((one) => one.faults),
  ];
  const told = { imports, tables: opened.tables, left, trial, call: text, name };
  if (!observatory.data || described.text === undefined) {
    return { ...told, plan: undefined, errors: keepErrors([...faults, ...observatory.faults]) };
  }
  const { settings } = observatory.data;
  const read = (path: string) => readInPlace(join(folders.data, path));
  const plan = planImport(imports, { read, name, packageText: described.text, settings }, call);
  const errors = keepErrors([
    ...faults,
    ...plan.faults,
    ...tellMissing(plan, name(PACKAGE)),
    ...observatory.faults.filter(({ file }) => plan.targets.some((target) => target.name === file)),
  ]);
  if (errors.length > 0) return { ...told, plan, errors };
  const respondents = listRespondents(imports);
  const links = await readLinksFor(respondents, call, refuse);
  const found = await judgeAfter(plan, observatory.faults, folders);
  const after = [...keepErrors(found), ...keepErrors(links.faults)];
  const doubts = listDoubts(found, faults, call.files.map(nameFile));
  if (after.length > 0 || trial) return { ...told, plan, doubts, errors: after };

  progress.step('Écriture');
  // A signal that came while the machine was busy is heard before anything is written.
  await setTimeout(0);
  const failure = plan.files.size === 0 ? [] : write(plan, folders);
  if (failure.length > 0 || respondents.length === 0) return { ...told, plan, doubts, errors: failure };
  const notes: string[] = [];
  const { lieux } = observatory.data;
  completeLinks(call.privateFolder, links.rows, respondents, lieux, (line) => notes.push(line));
  return { ...told, plan, doubts, errors: [], notes };
}

/** Who answered, where a survey says it: for the private list alone. */
function listRespondents(imports: readonly Import[]): readonly Respondent[] {
  return imports
    .filter(({ format }) => format?.dataset === 'enquete')
    .flatMap(({ imported }) => imported?.lines ?? [])
    .flatMap(({ row, place }) => (place ? [{ id_unite: (row as Reponse).id_unite, ...place }] : []));
}

async function readLinksFor(respondents: readonly Respondent[], call: Call, refuse: (mistake: string) => never) {
  if (respondents.length === 0) return { rows: [], faults: [] };
  const { data, content } = call.folders;
  const project = join(import.meta.dirname, '../..');
  const refusal = refusePrivateFolder(call.privateFolder, [LINKS_FILE], { project, data, content });
  if (refusal) refuse(`la liste privée des répondants ne peut pas aller dans « ${call.privateFolder} » : ${refusal}.`);
  return readPrivateLinks(call.privateFolder);
}

async function openFiles({ files, left }: Call, naming: Naming, progress: Progress) {
  const names = files.map(nameFile);
  const tables: ForeignTable[] = [];
  const faults: Fault[] = [];
  for (const [at, path] of files.entries()) {
    progress.step(`Lecture de ${names[at]}`);
    const bytes = await readSupplied(path, 'un fichier CSV à importer');
    if (bytes instanceof Uint8Array) {
      tables.push(openTable(bytes, names[at]!, { without: rowsOf(left, names[at]!, names), naming }));
    } else faults.push(bytes);
  }
  return { tables, faults };
}

/** A row that `--sans` names and that is not there would leave nothing out, without a word. */
function refuseAbsentRows({ left }: Call, tables: readonly ForeignTable[], refuse: (mistake: string) => never): void {
  const names = tables.map(({ file }) => file);
  const wanted = tables.flatMap(({ file, omitted }) =>
    [...rowsOf(left, file, names)].filter((row) => !omitted.includes(row)).map((row) => ({ file, row })),
  );
  const [absent] = wanted;
  if (absent) refuse(`« --sans » nomme la ligne ${absent.row}, qui ne porte rien dans ${absent.file}.`);
}

async function readNamed(path: string | undefined): Promise<ReadNaming> {
  const none: ReadNaming = { naming: () => ({}), faultsFor: () => [] };
  if (path === undefined) return none;
  const bytes = await readSupplied(path, 'le fichier de --colonnes');
  return bytes instanceof Uint8Array ? readNaming(bytes, nameFile(path)) : { ...none, faultsFor: () => [bytes] };
}

function datasetsOf(imports: readonly Import[]): ReadonlySet<DatasetId> {
  return new Set(imports.flatMap(({ format }) => format?.dataset ?? []));
}

function readPackage(folders: Folders): { readonly text?: string; readonly faults: readonly Fault[] } {
  const path = join(folders.data, PACKAGE);
  const text = readSuppliedText(path, 'la description des fichiers de données');
  if (typeof text !== 'string') return { faults: [text] };
  const { faults } = readDocument(text, nameFile(path), datapackageSchema);
  return faults.length > 0 ? { faults } : { text, faults };
}

function makeContext(call: Call, data: Data | null): ImportContext {
  const { millesime, stated } = call;
  return {
    ...(data ? { references: data.geography, settings: data.settings } : {}),
    ...(millesime === undefined ? {} : { millesime }),
    ...(stated.source?.path === undefined ? {} : { source: stated.source.path }),
    ...(stated.date === undefined ? {} : { date: stated.date }),
  };
}

/** What is no file is told by the loader's own fault. */
function readInPlace(path: string): Uint8Array | undefined {
  try {
    return existsSync(path) ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** What the observatory would have to say with these files, and has not, told of the lines that they come from: rules across files are judged too. */
async function judgeAfter(plan: Plan, before: readonly Fault[], folders: Folders): Promise<readonly Fault[]> {
  const known = new Set(before.map((fault) => JSON.stringify(fault)));
  const { faults } = await loadObservatory({ ...folders, changes: plan.files });
  const lines = new Map(plan.targets.map(({ name, merged }) => [name, merged.origins]));
  return faults
    .filter((fault) => !known.has(JSON.stringify(fault)))
    .map((fault) => {
      const problem = `une fois importé\u00a0: ${fault.problem ?? 'valeur refusée'}`;
      const origin = lines.get(fault.file)?.[(fault.record ?? 0) - 1];
      if (!origin) return { ...fault, problem };
      const { columnLetter: _, character: __, ...told } = fault;
      return { ...told, file: origin.file, line: origin.line, record: origin.record, problem };
    });
}

/** Warnings about the lines that come in, but for those that the conversion told already. */
function listDoubts(found: readonly Fault[], told: readonly Fault[], files: readonly string[]): readonly Fault[] {
  const nameOf = ({ file, record, problem = '' }: Fault) =>
    JSON.stringify([file, record, problem.replace(/^une fois importé\s: /, '')]);
  const known = new Set(told.map(nameOf));
  return found.filter(
    (fault) => fault.level === 'avertissement' && files.includes(fault.file) && !known.has(nameOf(fault)),
  );
}

function keepErrors(faults: readonly Fault[]): readonly Fault[] {
  return hasErrors(faults) ? faults.filter(({ level }) => level === 'erreur') : [];
}

const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'vous n’avez pas le droit d’écrire ici',
  EPERM: 'vous n’avez pas le droit d’écrire ici',
  EROFS: 'ce disque ne se lit que',
  ENOSPC: 'le disque est plein',
  EBUSY: 'ce fichier est ouvert ailleurs',
};

function write({ files }: Plan, folders: Folders): readonly Fault[] {
  try {
    writeTogether(new Map([...files].map(([path, bytes]) => [join(folders.data, path), bytes])));
    return [];
  } catch (error) {
    const { code = '', path = folders.data } = error as NodeJS.ErrnoException;
    const problem = CAUSES[code];
    if (problem === undefined) throw error;
    const expected = 'un dossier où écrire ; tout est resté comme avant';
    return [
      { level: 'erreur', file: nameFile(path.replace(/\.(?:nouveau|ancien)\.en-cours-\d+$/, '')), problem, expected },
    ];
  }
}
