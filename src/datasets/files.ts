import { existsSync } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import { formatNumber } from '../text/number.ts';

/** Largest file that is opened, in bytes: hundreds of times a regional survey, and still read at ease. */
export const LARGEST_FILE = 200_000_000;

/** Largest file written by hand (settings, texts, descriptions), in bytes: a book holds one million. */
export const LARGEST_TEXT = 5_000_000;

/** A file's name as it is told: from where the command runs, with `/`, or whole when it lies elsewhere. */
export function nameFile(path: string): string {
  const near = relative(process.cwd(), path);
  return (near.startsWith('..') || isAbsolute(near) ? path : near).split(sep).join('/');
}

/**
 * The bytes of a file that people supply, or the reason why it cannot be read. Its kind and its size are looked at first:
 * a folder, a device or a file of more than `largest` bytes is never opened.
 */
export async function readSupplied(path: string, what: string, largest = LARGEST_FILE): Promise<Uint8Array | Fault> {
  try {
    const { size, ...entry } = await describeEntry(path);
    const refusal = entry.isFile ? refuseSize(size, largest, what) : { problem: entry.kind, expected: what };
    return refusal ? { level: 'erreur', file: nameFile(path), ...refusal } : await readFile(path);
  } catch (error) {
    return { level: 'erreur', file: nameFile(path), ...(await explainFailure(path, what, error)) };
  }
}

async function describeEntry(path: string) {
  const entry = await stat(path);
  const kind = entry.isDirectory() ? 'c’est un dossier' : 'ce n’est pas un fichier ordinaire';
  return { size: entry.size, isFile: entry.isFile(), kind };
}

function refuseSize(size: number, largest: number, what: string) {
  if (size <= largest) return undefined;
  const show = (bytes: number) => `${formatNumber(bytes / 1e6)}\u00a0Mo`;
  return { problem: `fichier trop gros : ${show(size)}`, expected: `${what}, d’au plus ${show(largest)}` };
}

/** A name that leads nowhere is not the same as no name at all. */
async function explainFailure(path: string, what: string, error: unknown) {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ELOOP') return { problem: 'lien qui tourne en rond', expected: what };
  if (code !== 'ENOENT' && code !== 'ENOTDIR') {
    return { problem: 'fichier illisible', expected: `${what}, avec le droit de le lire` };
  }
  const isLink = await lstat(path).then(
    (entry) => entry.isSymbolicLink(),
    () => false,
  );
  return { problem: isLink ? 'lien vers un fichier absent' : 'fichier absent', expected: what };
}

/**
 * Every .csv under a data folder, as paths relative to it with `/`, folders and links of that name included: whoever
 * reads them says what they are. The demonstration is another observatory and is left out.
 */
export async function listCsvFiles(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => /\.csv$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('demonstration/') && !/(?:^|\/)[.~]/.test(path))
    .sort();
}
