import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadBuilt } from '../../src/publication/frozen-files.ts';
import { runTool } from '../tool.ts';
import { WORKSHOPS } from '../workshops.ts';

/** The figures of a year, drawn in a folder of their own, which `sweep` takes away. */
interface DrawnYear {
  readonly read: ReadBuilt;
  readonly sweep: () => void;
}

/** What a program ends with that somebody stopped: Ctrl-C, or the system. */
const STOPPED: ReadonlySet<number> = new Set([130, 143]);

/** Draws what is to be frozen of a year with the pages of src/freezing; gives Astro's own words where it fails. */
export async function drawFrozen(
  millesime: string,
  environment: Readonly<Record<string, string>>,
): Promise<DrawnYear | string> {
  const workshop = join(WORKSHOPS, String(process.pid));
  const sweep = () => rmSync(workshop, { recursive: true, force: true });
  process.once('exit', sweep);
  const { code, output } = await runTool('astro', ['build'], {
    env: {
      ...environment,
      OBSERVATOIRE_FIGER: millesime,
      OBSERVATOIRE_DEMONSTRATION: '',
      OBSERVATOIRE_SORTIE: workshop,
      NODE_ENV: 'production',
    },
    quiet: true,
  });
  if (STOPPED.has(code)) return 'Commande interrompue.';
  if (code !== 0) return output;
  return { read: (file) => new Uint8Array(readFileSync(join(workshop, file))), sweep };
}
