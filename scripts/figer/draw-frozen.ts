import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadBuilt } from '../../src/publication/frozen-files.ts';
import { buildApart } from '../build-apart.ts';

/** The figures of a year, drawn in a folder of their own, which `sweep` takes away. */
interface DrawnYear {
  readonly read: ReadBuilt;
  readonly sweep: () => void;
}

/** Draws what is to be frozen of a year with the pages of src/freezing; gives why where there is nothing. */
export async function drawFrozen(
  millesime: string,
  environment: Readonly<Record<string, string>>,
): Promise<DrawnYear | string> {
  const built = await buildApart({ ...environment, OBSERVATOIRE_FIGER: millesime, OBSERVATOIRE_DEMONSTRATION: '' });
  if (typeof built === 'string') return built;
  const { folder, sweep } = built;
  return { read: (file) => new Uint8Array(readFileSync(join(folder, file))), sweep };
}
