import { join } from 'node:path';
import type { References } from '../csv/column.ts';
import { type Fault, hasErrors } from '../csv/fault.ts';
import { crossChecks, type LoadedRows } from './cross-checks.ts';
import type { Data, DatasetId } from './data.ts';
import { datapackageSchema, type Resource } from './datapackage.ts';
import type { FaultAt } from './define.ts';
import { listCsvFiles, nameFile, readSuppliedText } from './files.ts';
import { readFlowOrder } from './flow-order.ts';
import type { Flux } from './flux.ts';
import { checkLedger } from './flux-checks.ts';
import { nodeId, payeeOf } from './flux-nodes.ts';
import { readGeography } from './geography.ts';
import { datasets } from './index.ts';
import { matchFiles } from './match-files.ts';
import { openLedger } from './open-ledger.ts';
import { type LoadedFile, readDataFile } from './read-data-file.ts';
import { type DocumentReading, readDocument } from './read-document.ts';
import { type Settings, settingsSchema } from './settings.ts';

/** The description of the data files, in their folder. */
const PACKAGE = 'datapackage.json';

/** Where an observatory lies, and whether it is the fictional one. */
export interface Folders {
  readonly data: string;
  readonly content: string;
  readonly demonstration: boolean;
  /** Files of the data folder as they would become, by their path in it: read in the place of those that are there. */
  readonly changes?: ReadonlyMap<string, Uint8Array>;
}

/** What was found in an observatory's folders: all its data, or null when they cannot be used; and every fault. */
interface Loading {
  readonly data: Data | null;
  readonly faults: readonly Fault[];
}

/** Loads and checks an observatory: settings, geography, package, every file, then rules across files. Never throws for what people wrote. */
export async function loadObservatory(folders: Folders): Promise<Loading> {
  const settingsPath = join(folders.content, 'observatoire.yaml');
  const settingsFile = nameFile(settingsPath);
  const settings = await readSettings(settingsPath, folders.demonstration);
  const { geography, faults: geographic } = settings.value
    ? await readGeography(settings.value, folders.data, settingsFile)
    : { geography: null, faults: [] };

  const ordering = readFlowOrder(folders.content);
  const files = await findResources(folders, settings.value);
  const references: References | undefined = geography ?? undefined;
  const loaded = await Promise.all(
    files.resources.map((resource) =>
      readDataFile(datasets[resource.dataset], resource, folders, references, settings.value),
    ),
  );
  const rows: LoadedRows = {
    reperes: gather(loaded, 'reperes'),
    lieux: gather(loaded, 'lieux'),
    enquete: gather(loaded, 'enquete'),
    subventions: gather(loaded, 'subventions'),
    flux: gather(loaded, 'flux'),
  };
  const crossed =
    settings.value && geography ? crossChecks.flatMap((check) => check(rows, settings.value, geography)) : [];
  const opening = settings.value && openLedger(withdraw(rows), settings.value.secret);
  const ledger = {
    ...rows.flux,
    order: ordering.order,
    orderFile: ordering.file,
    resources: files.resources,
    packageFile: nameFile(join(folders.data, PACKAGE)),
    lieux: rows.lieux,
    unprotected: opening?.unprotected ?? [],
  };
  const faults = [
    ...settings.faults,
    ...geographic,
    ...ordering.faults,
    ...files.faults,
    ...loaded.flatMap((file) => file.faults),
    ...crossed,
    ...checkLedger(ledger),
  ];
  if (!settings.value || !geography || !opening) return { data: null, faults };
  const { reperes, lieux, enquete, subventions } = rows;
  const data = {
    settings: settings.value,
    geography,
    reperes: reperes.rows,
    lieux: lieux.rows.filter(({ retire_le }) => retire_le === null),
    retraits: lieux.rows.flatMap(({ id, retire_le }) => (retire_le === null ? [] : [{ id, retire_le }])),
    enquete: enquete.rows,
    subventions: subventions.rows,
    flux: opening.flows,
    flowOrder: ordering.order,
    resources: files.resources,
  };
  return { data, faults };
}

/** The ledger, where a place that left the directory no longer agrees to be named, not even on a line that says its name only. */
function withdraw({ flux, lieux }: LoadedRows): readonly Flux[] {
  const gone = lieux.rows.filter(({ retire_le }) => retire_le !== null);
  const places = new Set(gone.map(({ id }) => id));
  const payees = new Set([
    ...gone.map(({ nom }) => nodeId('beneficiaire', nom)),
    ...flux.rows.filter(({ lieu }) => lieu !== null && places.has(lieu)).map((row) => payeeOf(row).id),
  ]);
  return flux.rows.map((row) => (payees.has(payeeOf(row).id) ? { ...row, accord: false } : row));
}

async function readSettings(path: string, demonstration: boolean): Promise<DocumentReading<Settings>> {
  const text = readSuppliedText(path, 'les réglages de l’observatoire');
  if (typeof text !== 'string') return { value: null, faults: [text] };
  const file = nameFile(path);
  const settings = readDocument(text, file, settingsSchema);
  if (!settings.value || settings.value.demonstration === demonstration) return settings;
  const value = String(settings.value.demonstration);
  return {
    value: null,
    faults: [
      { level: 'erreur', file, columnName: 'demonstration', value, expected: `« ${demonstration} » dans ce dossier` },
    ],
  };
}

/** The files to read: those that datapackage.json describes and that are there. */
async function findResources(
  { data: folder, changes }: Folders,
  settings: Settings | null,
): Promise<{ resources: readonly Resource[]; faults: readonly Fault[] }> {
  const path = join(folder, PACKAGE);
  const changed = changes?.get(PACKAGE);
  const text = changed
    ? new TextDecoder().decode(changed)
    : readSuppliedText(path, 'la description des fichiers de données');
  if (typeof text !== 'string') return { resources: [], faults: [text] };
  const description = readDocument(text, nameFile(path), datapackageSchema);
  if (!description.value) return { resources: [], faults: description.faults };
  const written = [...(changes?.keys() ?? [])].filter((file) => file.endsWith('.csv'));
  const onDisk = [...new Set([...(await listCsvFiles(folder)), ...written])];
  return matchFiles(
    {
      described: description.value.resources,
      packageFile: nameFile(path),
      onDisk: onDisk.filter((file) => (settings ? file !== settings.communes : isOfDataset(file))),
      nameOf: (file) => nameFile(join(folder, file)),
    },
    datasets,
  );
}

/** Without settings, nothing says which list of communes may lie elsewhere. */
function isOfDataset(file: string): boolean {
  return Object.hasOwn(datasets, file.split('/')[0]!);
}

/** All rows of a dataset, whichever file they come from. */
function gather<Id extends DatasetId>(loaded: readonly LoadedFile[], id: Id): LoadedRows[Id] {
  const own = loaded.filter(({ dataset }) => dataset === id);
  const fileOf = new Map(own.flatMap((file) => file.rows.map((row) => [row, file] as const)));
  const fault: FaultAt<unknown> = (row, column, refusal) => fileOf.get(row)!.faultAt(row, column, refusal);
  const isWhole = own.every(({ faults }) => !hasErrors(faults));
  return { rows: [...fileOf.keys()], fault, isWhole } as unknown as LoadedRows[Id];
}
