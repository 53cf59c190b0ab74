import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning } from '../is-running.ts';

/** Another command of the same kind writes at this moment. */
export class Busy extends Error {}

/** Does what no two commands may do at once; `sign` is a file that stands while it is done. Throws Busy. */
export function takeTurn(sign: string, work: () => void): void {
  raise(sign);
  try {
    work();
  } finally {
    rmSync(sign, { force: true });
  }
}

/** A command that was killed leaves its sign, with the number of a process that no longer is. */
function raise(sign: string): void {
  const write = () => writeFileSync(sign, String(process.pid), { flag: 'wx' });
  try {
    write();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // A disk that was full leaves it empty; and 0 is no process, but all of ours.
    const owner = Number(readFileSync(sign, 'utf8'));
    if (owner > 0 && isRunning(owner)) throw new Busy();
    rmSync(sign);
    write();
  }
}
