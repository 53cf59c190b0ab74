import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Call, runImport } from '../../scripts/importer/run-import.ts';
import { tellImport } from '../../src/import/tell-import.ts';
import { SOUND } from '../datasets/folders.ts';
import { plain } from '../plain.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A folder of its own, swept away after the test, with the small sound observatory and what a test changes or adds. */
export function makeObservatory(changes: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = makeFolder();
  for (const [path, content] of Object.entries({ ...SOUND, ...changes })) put(folder, path, content);
  return folder;
}

/** A folder of its own with copies of the real `data/` and `content/`. */
export function copyReal(): string {
  const folder = makeFolder();
  for (const name of ['data', 'content']) {
    cpSync(join(ROOT, name), join(folder, name), {
      recursive: true,
      filter: (path) => !path.includes('demonstration') && !/\.(?:avant-import|en-cours-\d+)$/.test(path),
    });
  }
  return folder;
}

/** A folder of its own, swept away after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'importer-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file of an observatory, its folder too. */
export function put(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Every file of the data folder with its text, by path. */
export function readAll(folder: string): Readonly<Record<string, string>> {
  const data = join(folder, 'data');
  const entries = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(data.length + 1), readFileSync(path, 'utf8')]));
}

/** What a command said and how it ended; paths as in the observatory's folder, spaces plain. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run <script>` on an observatory, as npm does; `{}` in arguments is its folder. `interrupt` sends Ctrl-C at the first word on stderr. */
export function run(
  script: 'importer' | 'verifier',
  folder: string,
  args: readonly string[],
  { interrupt = false } = {},
): Promise<Run> {
  const own = [
    ...args.map((arg) => arg.replace('{}', folder)),
    '--donnees',
    `${folder}/data`,
    '--contenu',
    `${folder}/content`,
  ];
  // The official list of communes is found from the project; a small observatory has its own, and short names.
  const cwd = existsSync(join(folder, 'data/territoires/communes.csv')) ? folder : ROOT;
  const child = spawn(process.execPath, [join(ROOT, 'scripts/run.mjs'), `scripts/${script}.ts`, ...own], {
    cwd,
    env: { ...process.env, NO_COLOR: '1' },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    if (interrupt && err === '') child.kill('SIGINT');
    err += chunk;
  });
  const plain = (text: string) => text.replaceAll(`${folder}/`, '').replace(/[\u00a0\u202f]/g, ' ');
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out: plain(out), err: plain(err) })));
}

/** What the same import does and says within the test's own process; lines are not cut. */
export async function importHere(folder: string, changes: Partial<Call> = {}): Promise<Omit<Run, 'err'>> {
  const told = await runImport(
    {
      files: [join(folder, 'liste.csv')],
      columns: undefined,
      left: new Map(),
      trial: false,
      replace: false,
      stated: {},
      text: 'npm run importer -- liste.csv',
      folders: { data: join(folder, 'data'), content: join(folder, 'content'), demonstration: false },
      privateFolder: join(folder, 'prive'),
      ...changes,
    },
    { step: () => {}, end: () => {} },
    (mistake) => {
      throw new Error(mistake);
    },
  );
  const out = plain(tellImport(told, {}).replaceAll(`${folder}/`, ''));
  return { code: told.errors.length > 0 ? 1 : 0, out };
}
