import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

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
