import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LOCK, lockFile, readLock, writeLock } from '../../src/observatory/lock.ts';
import type { FrozenFiles } from '../../src/publication/frozen-files.ts';
import { takeTurn } from './take-turn.ts';

/** A year to freeze: its files, and what is remembered of it in the folder of data. */
interface NewYear {
  /** The folder of frozen years. */
  readonly root: string;
  readonly millesime: string;
  readonly files: FrozenFiles;
  readonly memory: { readonly path: string; readonly bytes: Uint8Array };
}

/** What the name of a draft ends with, before the process that writes it. */
const DRAFT = '.en-cours-';

/** The year is there already: another command froze it in the meantime. */
export class AlreadyFrozen extends Error {}

/**
 * Writes the whole year or nothing: everything is written aside, then takes its place; the lock, last, makes it frozen.
 * Throws Busy while another command writes, AlreadyFrozen where it wrote this year, and the errors of the disk.
 */
export function writeYear(year: NewYear): void {
  takeTurn(`${year.root}${DRAFT}figer`, () => writeAlone(year));
}

function writeAlone({ root, millesime, files, memory }: NewYear): void {
  const [folder, lock] = [join(root, millesime), join(root, LOCK)];
  // The memory of a year that is frozen, once written over, is lost.
  if (existsSync(folder)) throw new AlreadyFrozen();
  const moves = [memory.path, folder, lock].map((path) => ({ path, draft: `${path}${DRAFT}${process.pid}` }));
  const [remembered, year, locked] = moves.map(({ draft }) => draft) as [string, string, string];
  const done: string[] = [];
  for (const { path } of moves) sweepDrafts(path);
  try {
    mkdirSync(dirname(memory.path), { recursive: true, mode: 0o700 });
    writeFileSync(remembered, memory.bytes, { mode: 0o600 });
    mkdirSync(year, { recursive: true });
    for (const [name, data] of files) writeFileSync(join(year, name), data);
    writeFileSync(locked, addToLock(lock, millesime, files));
    for (const { draft, path } of moves) {
      renameSync(draft, path);
      done.push(path);
    }
  } catch (error) {
    for (const path of done) rmSync(path, { recursive: true, force: true });
    throw error;
  } finally {
    for (const { draft } of moves) rmSync(draft, { recursive: true, force: true });
  }
}

/** Takes away what commands that were killed left: no other writes now. */
function sweepDrafts(path: string): void {
  const left = existsSync(dirname(path)) ? readdirSync(dirname(path)) : [];
  for (const name of left.filter((one) => one.startsWith(`${basename(path)}${DRAFT}`)))
    rmSync(join(dirname(path), name), { recursive: true, force: true });
}

function addToLock(lock: string, millesime: string, files: FrozenFiles): string {
  const former = existsSync(lock) ? readLock(readFileSync(lock, 'utf8')).files : [];
  return writeLock([...former, ...[...files].map(([name, data]) => lockFile(`${millesime}/${name}`, data))]);
}
