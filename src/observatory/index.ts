import { hasErrors } from '../csv/fault.ts';
import { loadObservatory } from '../datasets/load.ts';
import { describeFaults } from '../report/terminal.ts';
import { currentFolders, demonstrationFolders } from './folders.ts';
import { type Observatory, viewObservatory } from './view.ts';

export type { Card, FigureView } from './figure-view.ts';
export type { ValueView } from './value-view.ts';
export type { Observatory } from './view.ts';

/** True in the build that goes online: nothing in it may only work on the machine of whoever made it. */
export const isPublication = process.env.OBSERVATOIRE_PUBLICATION === '1';

/** The observatory of this build, loaded, checked and published once. */
export const observatory: Observatory = await open();

async function open(): Promise<Observatory> {
  const { data, faults } = await loadObservatory(currentFolders());
  if (!data || hasErrors(faults)) throw new Error(`\n${describeFaults(faults)}`);
  return viewObservatory(data, {
    demonstrationIsBuilt: !isPublication && demonstrationFolders(process.env) !== undefined,
    // Only while a year of data is frozen (scripts/figer.ts).
    millesime: process.env.OBSERVATOIRE_FIGER || undefined,
  });
}
