import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTool, STOPPED } from './tool.ts';
import { WORKSHOPS } from './workshops.ts';

/** Pages built in a folder of their own, which `sweep` takes away. */
interface BuiltApart {
  readonly folder: string;
  readonly sweep: () => void;
}

/**
 * Builds pages that are never in dist/ (printed ones, those to freeze), in a folder of their own or in the one `inside` it.
 * Gives why where there are none: Astro's own words where it fails.
 */
export async function buildApart(
  environment: Readonly<Record<string, string>>,
  inside = '',
): Promise<BuiltApart | string> {
  const folder = join(WORKSHOPS, String(process.pid));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const { code, output } = await runTool('astro', ['build'], {
    env: { ...environment, OBSERVATOIRE_SORTIE: join(folder, inside), NODE_ENV: 'production' },
    quiet: true,
  });
  if (STOPPED.includes(code)) return 'Commande interrompue.';
  if (code !== 0) return `${output}\nLa faute est ci-dessus.`;
  const sweep = () => {
    remove();
    process.off('exit', remove);
  };
  return { folder, sweep };
}
