import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { hasErrors } from '../src/csv/fault.ts';
import { HEADERS_FILE, headersFile } from '../src/hosting/headers-file.ts';
import { demonstrationFolders, realFolders } from '../src/observatory/folders.ts';
import { verify } from '../src/observatory/verify.ts';
import { checkPermanence } from '../src/publication/check-permanence.ts';
import { forms } from '../src/report/forms.ts';
import { layOutNote } from '../src/report/terminal.ts';
import { plural } from '../src/text/plural.ts';
import { closeIndexer, indexPages } from './index-pages.ts';
import { isRunning } from './is-running.ts';
import { screenOf } from './screen.ts';
import { runTool, STOPPED } from './tool.ts';
import { WORKSHOPS } from './workshops.ts';

/** What to build and where; `publication` leaves the demonstration out and refuses what must not go online. */
interface BuildOptions {
  readonly outDir: string;
  readonly publication: boolean;
  /** Where the host will serve it, when that is known. */
  readonly served?: URL;
  readonly environment: Readonly<Record<string, string>>;
  /** Where what the team reads while it waits goes. */
  readonly say: (line: string) => void;
}

/**
 * Checks both observatories, builds them side by side in a staging folder, and puts it in place of the last site in one
 * move; whatever fails before leaves the last site as it was. Gives the exit code: 0, or 1 with the reasons printed.
 */
export async function build(options: BuildOptions): Promise<number> {
  const environment = { ...process.env, ...options.environment };
  const outDir = resolve(options.outDir);
  restoreInterrupted(outDir);

  const verdict = await verify([realFolders(environment), ...demonstrationsOf(environment, options)], {
    publication: options.publication,
    served: options.served,
  });
  const faults = [...verdict.faults, ...(await checkPermanence(realFolders(environment)))];
  for (const list of verdict.missing) options.say(`${layOutNote(list, screenOf(process.stdout))}\n`);
  if (faults.length > 0) process.stderr.write(forms.terminal(faults, [], screenOf(process.stderr)));
  if (!verdict.settings || hasErrors(faults)) {
    console.error(
      `Le site n’est pas construit ; ${existsSync(outDir) ? 'le dernier reste en place' : 'il n’y en a pas encore'}.`,
    );
    return 1;
  }

  const demonstrations = demonstrationsOf(environment, options);
  options.say(
    `Données et textes contrôlés. ${demonstrations.length > 0 ? 'Deux observatoires se construisent' : 'Le site se construit'}…`,
  );
  const staging = stagingOf(outDir);
  const workshop = join(WORKSHOPS, String(process.pid));
  const sweep = () => {
    for (const folder of [staging, workshop]) rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', sweep);
  try {
    const real = join(workshop, 'site');
    const demonstration = join(workshop, 'demonstration');
    const shared = {
      ...options.environment,
      OBSERVATOIRE_BASE: verdict.settings.base,
      OBSERVATOIRE_PUBLICATION: options.publication ? '1' : '',
    };
    const codes = await Promise.all([
      runAstro(real, shared),
      ...demonstrations.map(() => runAstro(demonstration, { ...shared, OBSERVATOIRE_DEMONSTRATION: '1' })),
    ]);
    if (codes.some((code) => code !== 0)) {
      const why = codes.some((code) => STOPPED.includes(code))
        ? 'la construction a été arrêtée'
        : 'la faute est ci-dessus';
      console.error(`Le site n’est pas construit : ${why}. Le dernier site reste en place.`);
      return 1;
    }
    // Each observatory has its own index: what is real and what is fictional are never found together.
    await indexPages(real, verdict.settings.base);
    if (existsSync(demonstration)) await indexPages(demonstration, `${verdict.settings.base}demonstration/`);
    await closeIndexer();
    if (existsSync(demonstration)) renameSync(demonstration, join(real, 'demonstration'));
    writeFileSync(join(real, HEADERS_FILE), headersFile(filesOf(real), verdict.settings.base));
    // Another disk may hold the output: what is copied there first is then moved in one go.
    cpSync(real, staging, { recursive: true });
    const pages = readdirSync(staging, { recursive: true }).filter((file) => String(file).endsWith('.html')).length;
    swap(staging, outDir);
    options.say(
      `${plural(pages, 'page', 'pages')} dans ${relative(process.cwd(), outDir) || '.'}/ ; « npm run preview » les montre.`,
    );
    return 0;
  } finally {
    sweep();
    process.off('exit', sweep);
  }
}

function demonstrationsOf(environment: NodeJS.ProcessEnv, { publication }: BuildOptions) {
  return publication ? [] : [demonstrationFolders(environment)].filter((folders) => folders !== undefined);
}

/** Every file of a folder, from there, with `/`. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** Astro's own words are for the case where it fails; a build that somebody stopped has not failed. */
async function runAstro(outDir: string, environment: Record<string, string>): Promise<number> {
  const { code, output } = await runTool('astro', ['build'], {
    env: { ...environment, OBSERVATOIRE_SORTIE: outDir, NODE_ENV: 'production' },
    quiet: true,
  });
  if (code !== 0 && !STOPPED.includes(code)) console.error(output);
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
  for (const folder of [dirname(outDir), WORKSHOPS]) {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const owner = folder === WORKSHOPS ? Number(name) : ownerOf(name, outDir);
      if (Number.isInteger(owner) && !isRunning(owner)) rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

function stagingOf(outDir: string): string {
  return `${outDir}.en-cours-${process.pid}`;
}

/** The process that made a staging folder of this output; NaN for anything else. */
function ownerOf(name: string, outDir: string): number {
  const start = `${basename(outDir)}.en-cours-`;
  return name.startsWith(start) ? Number(name.slice(start.length)) : Number.NaN;
}

function formerOf(outDir: string): string {
  return `${outDir}.precedent`;
}
