import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Call, runImport } from '../../scripts/importer/run-import.ts';
import { hasErrors } from '../../src/csv/fault.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { tellImport } from '../../src/import/tell-import.ts';
import { describeFaults } from '../../src/report/terminal.ts';
import { describeFile } from '../datasets/folders.ts';
import { plain } from '../plain.ts';
import type { SoundFile } from './sound.ts';

/** What became of files: the exit code, what the terminal says, and the rows that were read. */
export interface Outcome {
  readonly code: 0 | 1;
  readonly out: string;
  readonly rows: string;
}

/** The files of one reading, by path; null is a folder of that name. */
export type Files = Readonly<Partial<Record<SoundFile, Uint8Array | null>>>;

/** Squares, as wide as three départements: their map is not what is tried here. */
const AREAS = [
  ['02', 2.9, 48.8, 4.3, 50.1],
  ['59', 2, 49.9, 4.3, 51.1],
  ['62', 1.5, 50, 3.2, 51],
] as const;

const CONTOURS = JSON.stringify({
  type: 'Topology',
  arcs: AREAS.map(([, west, south, east, north]) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]),
  objects: {
    territoires: {
      type: 'GeometryCollection',
      geometries: AREAS.map(([code], at) => ({ type: 'Polygon', properties: { code }, arcs: [[at]] })),
    },
  },
});

const SETTINGS = `nom: Observatoire d’essai
region: { id: essai, nom: Essai, en: à Essai, de: d’Essai }
reseau: { nom: Réseau d’essai }
mentions: { editeur: null }
secret: { unitesMinimum: 3, partMaximale: 0.85 }
effectifMinimum: 20
partition: departement
communes: officiel
contours: territoires/contours.topojson
territoires:
  - { id: aisne, nom: Aisne, type: departement, code: "02" }
  - { id: nord, nom: Nord, type: departement, code: "59" }
  - { id: pas-de-calais, nom: Pas-de-Calais, type: departement, code: "62" }
  - { id: cercle-1, nom: Cercle 1, type: cercle }
contribuer: { texte: Écrivez-nous. }
`;

/** The observatory that every reading starts from: making it anew each time would be most of the wait. */
const folder = mkdtempSync(join(tmpdir(), 'abime-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
put('content/observatoire.yaml', SETTINGS);
put('data/territoires/contours.topojson', CONTOURS);

/** Reads files as `npm run verifier` does where they lie in data/, as `npm run importer -- … --essai` does elsewhere. One reading at a time. */
export async function readFiles(files: Files): Promise<Outcome> {
  const own = Object.keys(files).flatMap((path) => (path.startsWith('data/') ? [path.slice('data/'.length)] : []));
  const resources = own.map((path) => describeFile(/([^/]+)\.csv$/.exec(path)![1]!, path));
  put('data/datapackage.json', JSON.stringify({ name: 'essai', title: 'Essai', resources }));
  try {
    for (const [path, bytes] of Object.entries(files)) put(path, bytes);
    const { out, ...outcome } = await (own.length > 0 ? verify() : importAll(Object.keys(files)));
    return { ...outcome, out: plain(out.replaceAll(`${folder}/`, '')) };
  } finally {
    for (const path of Object.keys(files)) rmSync(join(folder, path), { recursive: true, force: true });
  }
}

function put(path: string, content: string | Uint8Array | null): void {
  mkdirSync(content === null ? join(folder, path) : dirname(join(folder, path)), { recursive: true });
  if (content !== null) writeFileSync(join(folder, path), content);
}

const folders = { data: join(folder, 'data'), content: join(folder, 'content'), demonstration: false };

async function verify(): Promise<Outcome> {
  const { data, faults } = await loadObservatory(folders);
  const { lieux, reperes, enquete, subventions } = data ?? {};
  return {
    code: hasErrors(faults) ? 1 : 0,
    out: describeFaults(faults),
    rows: JSON.stringify({ lieux, reperes, enquete, subventions }),
  };
}

async function importAll(names: readonly string[]): Promise<Outcome> {
  const call: Call = {
    files: names.map((name) => join(folder, name)),
    columns: undefined,
    left: new Map(),
    trial: true,
    replace: false,
    stated: { source: { title: 'Source', path: 'https://example.org/liste' }, licence: 'etalab-2.0', date: '2025-05' },
    text: 'npm run importer -- …',
    folders,
    privateFolder: join(folder, 'prive'),
  };
  const told = await runImport(call, { step: () => {}, end: () => {} }, (mistake) => {
    throw new Error(mistake);
  });
  const rows = told.imports.flatMap(({ imported }) => imported?.lines.map(({ row }) => row) ?? []);
  return { code: told.errors.length > 0 ? 1 : 0, out: tellImport(told, {}), rows: JSON.stringify(rows) };
}
