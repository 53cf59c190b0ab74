import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Fault } from '../csv/fault.ts';

/** A file's name as it is told: from where the command runs, with `/`, or whole when it lies elsewhere. */
export function nameFile(path: string): string {
  const near = relative(process.cwd(), path);
  return (near.startsWith('..') || isAbsolute(near) ? path : near).split(sep).join('/');
}

/** The bytes of a file that people supply, or the fault of its absence. */
export async function readSupplied(path: string, what: string): Promise<Uint8Array | Fault> {
  const fault = { level: 'erreur', file: nameFile(path) } as const;
  try {
    return await readFile(path);
  } catch {
    if (!existsSync(path)) return { ...fault, problem: 'fichier absent', expected: what };
    return { ...fault, problem: 'fichier illisible', expected: `${what}, avec le droit de le lire` };
  }
}

/** Every .csv under a data folder, as paths relative to it with `/`; the demonstration is another observatory and is left out. */
export async function listCsvFiles(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.csv$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('demonstration/') && !/(?:^|\/)[.~]/.test(path))
    .sort();
}
