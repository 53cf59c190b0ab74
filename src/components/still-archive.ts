import { zipSync } from 'fflate';

/** Puts files in an archive that says nothing of the clock: the same files give the same bytes, wherever and whenever. */
export function zipStill(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  // The first day that an archive can say, in the machine's own time, as archives are.
  return zipSync({ ...files }, { mtime: new Date(1980, 0, 1), level: 9 });
}
