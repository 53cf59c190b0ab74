import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../src/csv/fault.ts';
import { type Folders, loadObservatory } from '../src/datasets/load.ts';
import { checkLinks } from '../src/reminders/check-links.ts';
import { LINKS_FILE, readPrivateLinks } from './complete-links.ts';

/** The faults of the private list of a folder, judged by an observatory's directory and surveys; none where there is no list. */
export async function checkPrivateList(folder: string, observatory: Folders): Promise<readonly Fault[]> {
  if (!existsSync(join(folder, LINKS_FILE))) return [];
  const reading = await readPrivateLinks(folder);
  const { data } = await loadObservatory(observatory);
  return [...reading.faults, ...(data ? checkLinks(reading, data) : [])];
}
