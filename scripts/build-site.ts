import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { demonstrationFolders, realFolders } from '../src/observatory/folders.ts';
import { hasErrors } from '../src/csv/fault.ts';
import { reportFaults, verify } from '../src/observatory/verify.ts';
import { runTool } from './tool.ts';

/** What to build and where; `publication` leaves the demonstration out and accepts no empty slot. */
export interface BuildOptions {
  readonly outDir: string;
  readonly publication: boolean;
  readonly environment: Readonly<Record<string, string>>;
  /** Keeps Astro's own words for the case where it fails. */
  readonly quiet: boolean;
}

/**
 * Checks both observatories, builds them side by side in a staging folder, and puts it in place of the last site in one
 * move; whatever fails before leaves the last site as it was. Gives the exit code: 0, or 1 with the reasons printed.
 */
export async function build(options: BuildOptions): Promise<number> {
  const environment = { ...process.env, ...options.environment };
  const outDir = resolve(options.outDir);
  restoreInterrupted(outDir);

  const verdict = await verify([realFolders(environment), ...demonstrationsOf(environment, options)], { publication: options.publication });
  if (verdict.faults.length > 0) console.error(reportFaults(verdict.faults));
  if (!verdict.settings || hasErrors(verdict.faults)) {
    console.error(`Le site n’est pas construit ; ${existsSync(outDir) ? 'le dernier reste en place' : 'il n’y en a pas encore'}.`);
    return 1;
  }

  const staging = `${outDir}.en-cours-${process.pid}`;
  const removeStaging = () => rmSync(staging, { recursive: true, force: true });
  process.on('exit', removeStaging);
  try {
    const real = join(staging, 'site');
    const demonstration = join(staging, 'demonstration');
    const shared = { ...options.environment, OBSERVATOIRE_BASE: verdict.settings.base, OBSERVATOIRE_PUBLICATION: options.publication ? '1' : '' };
    const results = await Promise.all([
      runAstro(real, shared, options.quiet),
      ...demonstrationsOf(environment, options).map(() => runAstro(demonstration, { ...shared, OBSERVATOIRE_DEMONSTRATION: '1' }, options.quiet)),
    ]);
    if (results.some((code) => code !== 0)) {
      console.error('Le site n’est pas construit : la faute est ci-dessus. Le dernier site reste en place.');
      return 1;
    }
    if (existsSync(demonstration)) renameSync(demonstration, join(real, 'demonstration'));
    swap(real, outDir);
    return 0;
  } finally {
    removeStaging();
    process.off('exit', removeStaging);
  }
}

function demonstrationsOf(environment: NodeJS.ProcessEnv, { publication }: BuildOptions) {
  return publication ? [] : [demonstrationFolders(environment)].filter((folders) => folders !== undefined);
}

async function runAstro(outDir: string, environment: Record<string, string>, quiet: boolean): Promise<number> {
  const { code, output } = await runTool('astro', ['build'], { env: { ...environment, OBSERVATOIRE_SORTIE: outDir }, quiet });
  if (code !== 0) console.error(output);
  return code;
}

/** Two renames, with nothing between them; `restoreInterrupted` mends the one case where the machine stops in between. */
function swap(built: string, outDir: string): void {
  const former = formerOf(outDir);
  rmSync(former, { recursive: true, force: true });
  if (existsSync(outDir)) renameSync(outDir, former);
  renameSync(built, outDir);
  rmSync(former, { recursive: true, force: true });
}

/** Puts the last site back where a build was stopped in mid-swap, and sweeps away what killed builds left. */
function restoreInterrupted(outDir: string): void {
  const former = formerOf(outDir);
  if (existsSync(former) && !existsSync(outDir)) renameSync(former, outDir);
  if (!existsSync(dirname(outDir))) return;
  for (const name of readdirSync(dirname(outDir))) {
    const pid = name.startsWith(`${basename(outDir)}.en-cours-`) ? Number(name.split('-').at(-1)) : Number.NaN;
    if (Number.isInteger(pid) && !isRunning(pid)) rmSync(join(dirname(outDir), name), { recursive: true, force: true });
  }
}

function formerOf(outDir: string): string {
  return `${outDir}.precedent`;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
