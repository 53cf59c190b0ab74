import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeCsv } from '../../src/csv/write.ts';
import { lieux } from '../../src/datasets/lieux.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { recordsOf } from '../../src/datasets/records.ts';
import { formatNumber } from '../../src/text/number.ts';
import { runTool } from '../tool.ts';
import type { BenchRow } from './table.ts';

const ROOT = join(import.meta.dirname, '../..');

/** How many places the large directory has. */
const MANY = 4000;

interface Measure {
  readonly seconds: number;
  readonly megabytes: number;
  readonly pages: number;
}

/**
 * Builds Astro's empty site, both observatories, and the real one with 4,000 places, one after the other; gives the lines
 * of the report, the folder of the built site and what takes it all away.
 */
export async function benchBuild(): Promise<{ rows: readonly BenchRow[]; dist: string; clean: () => void }> {
  // Inside the project, where Astro keeps its own files beside its output.
  mkdirSync(join(ROOT, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'node_modules/.cache/bench-'));
  const dist = join(folder, 'dist');
  const empty = await measureEmpty(folder);
  // Once to fill the cache of pictures, once to measure.
  await measureSite(folder, dist, {});
  const real = await measureSite(folder, dist, {});
  const demonstration = await measureSite(folder, join(dist, 'demonstration'), { OBSERVATOIRE_DEMONSTRATION: '1' });
  const many = await measureSite(folder, join(folder, 'many'), { OBSERVATOIRE_DATA: await dataOfMany(folder) });
  const perPage = ({ seconds, pages }: Measure) =>
    `${formatNumber(((seconds - empty.seconds) * 1000) / pages, { decimals: 1 })} ms`;
  const line = (name: string, measure: Measure): BenchRow[] => [
    { name: `${name} : ${measure.pages} pages`, value: `${formatNumber(measure.seconds, { decimals: 1 })} s` },
    { name: `${name} : par page, au-delà du site vide`, value: perPage(measure), aim: '≤ 1 ms' },
    { name: `${name} : mémoire au plus haut`, value: `${Math.round(measure.megabytes)} Mo` },
  ];
  const rows = [
    { name: 'Site vide d’Astro', value: `${formatNumber(empty.seconds, { decimals: 1 })} s` },
    ...line('Observatoire réel', real),
    ...line('Démonstration', demonstration),
    ...line(`${MANY} lieux`, many),
  ];
  return { rows, dist, clean: () => rmSync(folder, { recursive: true, force: true }) };
}

async function measureEmpty(folder: string): Promise<Measure> {
  const site = join(folder, 'empty');
  mkdirSync(join(site, 'src/pages'), { recursive: true });
  writeFileSync(join(site, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(site, 'src/pages/index.astro'),
    '<html lang="fr"><head><title>Vide</title></head><body></body></html>',
  );
  symlinkSync(join(ROOT, 'node_modules'), join(site, 'node_modules'));
  return measure(folder, ['build', '--root', site, '--silent'], {}, join(site, 'dist'));
}

function measureSite(folder: string, dist: string, environment: Record<string, string>): Promise<Measure> {
  return measure(folder, ['build', '--silent'], { ...environment, OBSERVATOIRE_SORTIE: dist }, dist);
}

/** The time and memory of one build, read in the process that builds. */
async function measure(
  folder: string,
  args: readonly string[],
  environment: Record<string, string>,
  dist: string,
): Promise<Measure> {
  const hook = join(folder, 'hook.mjs');
  const report = join(folder, 'report.json');
  writeFileSync(
    hook,
    `import { writeFileSync } from 'node:fs';\nimport { isMainThread } from 'node:worker_threads';\nif (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS)));`,
  );
  const start = performance.now();
  const { code, output } = await runTool('astro', args, {
    env: { ...environment, NODE_OPTIONS: `--import ${pathToFileURL(hook)}` },
    quiet: true,
  });
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`astro ${args.join(' ')} failed:\n${output}`);
  const pages = readdirSync(dist, { recursive: true }).filter((file) => String(file).endsWith('.html')).length;
  return { seconds, megabytes: Number(readFileSync(report, 'utf8')) / 1024, pages };
}

/** The project's data, with a directory of 4,000 places: its own lines again, one in each commune of the official list. */
async function dataOfMany(folder: string): Promise<string> {
  const data = join(folder, 'data');
  cpSync(join(ROOT, 'data'), data, { recursive: true, filter: (file) => !file.includes('demonstration') });
  const { data: loaded } = await loadObservatory({ data, content: join(ROOT, 'content'), demonstration: false });
  if (!loaded) throw new Error('The real observatory does not load: run `npm run verifier`');
  const communes = [...loaded.geography.communes.values()];
  const places = Array.from({ length: MANY }, (_, index) => {
    const { nom, code } = communes[index % communes.length] as (typeof communes)[number];
    const like = loaded.lieux[index % loaded.lieux.length] as (typeof loaded.lieux)[number];
    return {
      ...like,
      id: `${like.id}-${index}`,
      nom: `${like.nom} ${index}`,
      commune: nom,
      code_insee: code,
      latitude: 49 + ((index * 37) % 1000) / 500,
      longitude: 1.6 + ((index * 91) % 1000) / 400,
    };
  });
  writeFileSync(join(data, 'lieux/lieux.csv'), writeCsv(recordsOf(lieux.columns, places)));
  return data;
}
