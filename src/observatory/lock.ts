import { createHash } from 'node:crypto';

/** A frozen file: its path from the folder of publications, what its bytes make, and how many there are. */
export interface LockedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The name of the lock, beside the frozen years. */
export const LOCK = 'verrou.txt';

const HEADER =
  '# Fichiers figés : octets, empreinte SHA-256, chemin. Écrit par « npm run figer » ; ne se corrige pas à la main.';
const LINE = /^(\d+) +([0-9a-f]{64}) +(\S.*)$/;

/** The lock as text, a line a file, sorted by path. */
export function writeLock(files: readonly LockedFile[]): string {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const lines = sorted.map(({ path, sha256, bytes }) => `${String(bytes).padStart(8)} ${sha256} ${path}`);
  return `${[HEADER, ...lines].join('\n')}\n`;
}

/** The files that a lock names, and the lines (from 1) that it does not say as it should. */
export function readLock(text: string): { readonly files: readonly LockedFile[]; readonly unread: readonly number[] } {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const read = lines
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, number }) => ({ number, found: LINE.exec(line) }));
  return {
    files: read.flatMap(({ found }) =>
      found ? [{ path: found[3]!, sha256: found[2]!, bytes: Number(found[1]) }] : [],
    ),
    unread: read.flatMap(({ found, number }) => (found ? [] : [number])),
  };
}

/** A file as the lock knows it. */
export function lockFile(path: string, bytes: Uint8Array): LockedFile {
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength };
}
