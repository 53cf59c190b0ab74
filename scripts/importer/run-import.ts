import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Fault, hasErrors } from '../../src/csv/fault.ts';
import type { Data } from '../../src/datasets/data.ts';
import { datapackageSchema } from '../../src/datasets/datapackage.ts';
import type { Reponse } from '../../src/datasets/enquete.ts';
import { nameFile, readSupplied, readSuppliedText } from '../../src/datasets/files.ts';
import { type Folders, loadObservatory } from '../../src/datasets/load.ts';
import { readDocument } from '../../src/datasets/read-document.ts';
import type { ForeignTable } from '../../src/import/foreign-table.ts';
import type { ImportContext } from '../../src/import/format.ts';
import { type Import, importTables, openTable } from '../../src/import/index.ts';
import { type LeftRows, rowsOf } from '../../src/import/left-rows.ts';
import { PACKAGE, type Plan, planImport, type Wishes } from '../../src/import/plan.ts';
import { type NamedColumns, readColumns } from '../../src/import/read-columns.ts';
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
  const opened = await openFiles(call, progress);
  refuseAbsentRows(call, opened.tables, refuse);

  progress.step('Lecture des données en place');
  const named = await readNamed(call.columns);
  const observatory = await loadObservatory(folders);
  const described = readPackage(folders);
  const imports = importTables(opened.tables, makeContext(call, observatory.data, named));

  progress.step('Comparaison avec les données en place');
  const faults = [...opened.faults, ...named.faults, ...described.faults, ...imports.flatMap((one) => one.faults)];
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
  const after = [...(await judgeAfter(plan, observatory.faults, folders)), ...keepErrors(links.faults)];
  if (after.length > 0 || trial) return { ...told, plan, errors: after };

  progress.step('Écriture');
  // A signal that came while the machine was busy is heard before anything is written.
  await setTimeout(0);
  const failure = plan.files.size === 0 ? [] : write(plan, folders);
  if (failure.length > 0 || respondents.length === 0) return { ...told, plan, errors: failure };
  const notes: string[] = [];
  const { lieux } = observatory.data;
  completeLinks(call.privateFolder, links.rows, respondents, lieux, (line) => notes.push(line));
  return { ...told, plan, errors: [], notes };
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

async function openFiles({ files, left }: Call, progress: Progress) {
  const names = files.map(nameFile);
  const tables: ForeignTable[] = [];
  const faults: Fault[] = [];
  for (const [at, path] of files.entries()) {
    progress.step(`Lecture de ${names[at]}`);
    const bytes = await readSupplied(path, 'un fichier CSV à importer');
    if (bytes instanceof Uint8Array) tables.push(openTable(bytes, names[at]!, rowsOf(left, names[at]!, names)));
    else faults.push(bytes);
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

async function readNamed(path: string | undefined): Promise<NamedColumns> {
  const none = { columns: new Map(), answers: new Map(), faults: [] };
  if (path === undefined) return none;
  const bytes = await readSupplied(path, 'le fichier de --colonnes');
  return bytes instanceof Uint8Array ? readColumns(bytes, nameFile(path)) : { ...none, faults: [bytes] };
}

function readPackage(folders: Folders): { readonly text?: string; readonly faults: readonly Fault[] } {
  const path = join(folders.data, PACKAGE);
  const text = readSuppliedText(path, 'la description des fichiers de données');
  if (typeof text !== 'string') return { faults: [text] };
  const { faults } = readDocument(text, nameFile(path), datapackageSchema);
  return faults.length > 0 ? { faults } : { text, faults };
}

function makeContext(call: Call, data: Data | null, { columns, answers }: NamedColumns): ImportContext {
  const { millesime, stated } = call;
  return {
    ...(data ? { references: data.geography, settings: data.settings } : {}),
    ...(millesime === undefined ? {} : { millesime }),
    ...(stated.source?.path === undefined ? {} : { source: stated.source.path }),
    ...(stated.date === undefined ? {} : { date: stated.date }),
    ...(call.columns === undefined ? {} : { columns, answers }),
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

/** The errors that the observatory would have with these files, and has not: rules across files are judged too. */
async function judgeAfter(plan: Plan, before: readonly Fault[], folders: Folders): Promise<readonly Fault[]> {
  const known = new Set(before.map((fault) => JSON.stringify(fault)));
  const { faults } = await loadObservatory({ ...folders, changes: plan.files });
  return keepErrors(faults)
    .filter((fault) => !known.has(JSON.stringify(fault)))
    .map((fault) => ({ ...fault, problem: `une fois importé\u00a0: ${fault.problem ?? 'valeur refusée'}` }));
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
