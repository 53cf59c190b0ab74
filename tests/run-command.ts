import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { plain } from './plain.ts';

const ROOT = join(import.meta.dirname, '..');

/** How a command ended and what it said, with plain spaces, in colours of no terminal. */
interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

/** Runs a command of `scripts/` as a person would; `folder` is left out of the paths that it names. */
export function runCommand(
  script: string,
  args: readonly string[],
  { cwd = ROOT, env = {}, folder }: { cwd?: string; env?: NodeJS.ProcessEnv; folder?: string } = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'scripts/run.mjs'), `scripts/${script}.ts`, ...args],
    { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env } },
  );
  const shortly = (text: string) => plain(folder === undefined ? text : text.replaceAll(`${folder}/`, ''));
  return { code: status, said: shortly(stdout), complained: shortly(stderr) };
}
