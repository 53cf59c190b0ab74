import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** The file that was there before an import, beside the one that took its place. */
export function formerOf(path: string): string {
  return `${path}.avant-import`;
}

/**
 * Writes several files, all or none: each is written beside its place, then moved there; when a move fails, those already
 * made are undone. What was there before stays beside, as `<name>.avant-import`. Runs in one go: no signal comes between.
 */
export function writeTogether(files: ReadonlyMap<string, Uint8Array>, rename: typeof renameSync = renameSync): void {
  const drafts = [...files].map(([path, bytes]) => ({
    path,
    bytes,
    draft: beside(path, 'nouveau'),
    former: beside(path, 'ancien'),
  }));
  const made: string[] = [];
  const moved: typeof drafts = [];
  try {
    for (const { path, bytes, draft, former } of drafts) {
      made.push(...makeFolder(dirname(path)));
      writeSafely(draft, bytes);
      if (existsSync(path)) copyFileSync(path, former);
    }
    for (const file of drafts) {
      rename(file.draft, file.path);
      moved.push(file);
    }
  } catch (error) {
    for (const { path, former } of moved.reverse()) {
      if (existsSync(former)) renameSync(former, path);
      else rmSync(path, { force: true });
    }
    sweep();
    for (const folder of made.reverse()) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  for (const { path, former } of drafts) if (existsSync(former)) renameSync(former, formerOf(path));
  sweep();

  function sweep(): void {
    for (const { draft, former } of drafts) for (const path of [draft, former]) rmSync(path, { force: true });
  }
}

/** A name that .gitignore knows and that no reader of data takes for a file of ours. */
function beside(path: string, which: string): string {
  return `${path}.${which}.en-cours-${process.pid}`;
}

/** Makes a folder; gives it back when it was not there. */
function makeFolder(folder: string): readonly string[] {
  const first = mkdirSync(folder, { recursive: true });
  return first === undefined ? [] : [first];
}

/** On the disk, not only on its way there. */
function writeSafely(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
