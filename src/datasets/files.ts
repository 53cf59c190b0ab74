import { isUtf8 } from 'node:buffer';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import { formatNumber } from '../text/number.ts';

/** Largest file that is opened, in bytes: hundreds of times a regional survey, and still read at ease. */
const LARGEST_FILE = 200_000_000;

/** Largest file written by hand (settings, texts, descriptions), in bytes: more than a book. */
const LARGEST_TEXT = 1_000_000;

/** A file's name as it is told: from where the command runs, with `/`, or whole when it lies elsewhere. */
export function nameFile(path: string): string {
  const near = relative(process.cwd(), path);
  return (near.startsWith('..') || isAbsolute(near) ? path : near).split(sep).join('/');
}

/**
 * The bytes of a file that people supply, or the reason why it cannot be read. Its kind and its size are looked at first:
 * a folder, a device or a file of more than `largest` bytes is never opened.
 */
export async function readSupplied(path: string, what: string): Promise<Uint8Array | Fault> {
  return readBytes(path, what, LARGEST_FILE);
}

/** The text of a file that people write by hand, or the reason why it cannot be read; UTF-8 only, its BOM left out. */
export function readSuppliedText(path: string, what: string): string | Fault {
  const bytes = readBytes(path, what, LARGEST_TEXT);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const file = nameFile(path);
  if (bytes.includes(0)) return { level: 'erreur', file, problem: 'il contient des octets nuls', expected: TEXT };
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const line = new TextDecoder().decode(bytes).split('\ufffd', 1)[0]!.split('\n').length;
  return { level: 'erreur', file, line, problem: 'caractère qui n’est pas en UTF-8', expected: TEXT };
}

/** What a file written by hand has to be. */
const TEXT = 'un fichier de texte, enregistré en UTF-8';

function readBytes(path: string, what: string, largest: number): Uint8Array | Fault {
  const fault = { level: 'erreur', file: nameFile(path) } as const;
  try {
    const entry = statSync(path);
    if (entry.isDirectory()) return { ...fault, problem: 'c’est un dossier', expected: what };
    if (!entry.isFile()) return { ...fault, problem: 'ce n’est pas un fichier ordinaire', expected: what };
    return entry.size > largest ? { ...fault, ...refuseSize(entry.size, largest, what) } : readFileSync(path);
  } catch (error) {
    return { ...fault, ...explainFailure(path, what, error) };
  }
}

function refuseSize(size: number, largest: number, what: string) {
  const show = (bytes: number) => `${formatNumber(bytes / 1e6)}\u00a0Mo`;
  return { problem: `fichier trop gros : ${show(size)}`, expected: `${what}, d’au plus ${show(largest)}` };
}

/** A name that leads nowhere is not the same as no name at all. */
function explainFailure(path: string, what: string, error: unknown) {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ELOOP') return { problem: 'lien qui tourne en rond', expected: what };
  if (code !== 'ENOENT' && code !== 'ENOTDIR') {
    return { problem: 'fichier illisible', expected: `${what}, avec le droit de le lire` };
  }
  return { problem: isNamed(path) ? 'lien vers un fichier absent' : 'fichier absent', expected: what };
}

/** True where something bears that name, be it a link to nothing. */
export function isNamed(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
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
