import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../src/hosting/serve.ts';
import { runTool, STOPPED } from '../tool.ts';
import { WORKSHOPS } from '../workshops.ts';

/**
 * The printed pages of an observatory, built in `folder` and served: `address` is where they begin; `close` leaves
 * nothing behind.
 */
export interface BuiltPages {
  readonly address: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/**
 * Builds the pages of src/print/pages in a folder of their own, and serves them to the browser; dist/ is never touched.
 * Gives why where there are none: Astro's own words where it fails.
 */
export async function buildPages(
  environment: Readonly<Record<string, string>>,
  isDemonstration: boolean,
): Promise<BuiltPages | string> {
  const workshop = join(WORKSHOPS, String(process.pid));
  const sweep = () => rmSync(workshop, { recursive: true, force: true });
  process.once('exit', sweep);
  const { code, output } = await runTool('astro', ['build'], {
    env: {
      ...environment,
      OBSERVATOIRE_IMPRESSION: '1',
      OBSERVATOIRE_BASE: '/',
      OBSERVATOIRE_DEMONSTRATION: isDemonstration ? '1' : '',
      OBSERVATOIRE_SORTIE: join(workshop, isDemonstration ? 'demonstration' : ''),
      NODE_ENV: 'production',
    },
    quiet: true,
  });
  if (STOPPED.includes(code)) return 'La composition a été arrêtée.';
  if (code !== 0) return `${output}\nLa faute est ci-dessus.`;
  const { origin, close } = await serve(workshop);
  return {
    address: `${origin}/${isDemonstration ? 'demonstration/' : ''}`,
    folder: workshop,
    close: async () => {
      await close();
      sweep();
      process.off('exit', sweep);
    },
  };
}
