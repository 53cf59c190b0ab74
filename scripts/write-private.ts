import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { nameFile } from '../src/datasets/files.ts';
import { typo } from '../src/text/typography.ts';

/** The file that was there before, beside the one that took its place. */
export function formerOf(path: string): string {
  return `${path}.precedent`;
}

/** Writes a private file in one move, for its owner's eyes; `keep` leaves the former one beside it. */
export function writePrivate(path: string, text: string, { keep = false }: { readonly keep?: boolean } = {}): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.en-cours-${process.pid}`;
  try {
    writeFileSync(draft, text, { mode: 0o600 });
    if (keep && existsSync(path)) copyFileSync(path, formerOf(path));
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What is told when a private file could not be written: a disk or a spreadsheet that holds it is no bug of ours; anything else keeps its stack. */
export function describeUnwritten(folder: string, error: unknown): string {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined) throw error;
  return typo(
    `Un fichier n’a pas pu être écrit dans « ${nameFile(folder)} » (${code}) : fermez-le s’il est ouvert dans un tableur, et vérifiez vos droits sur ce dossier.`,
  );
}
