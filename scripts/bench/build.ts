import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCsv } from '../../src/csv/write.ts';
import { lieux } from '../../src/datasets/lieux.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { recordsOf } from '../../src/datasets/records.ts';
import { formatNumber } from '../../src/text/number.ts';
import { type BuildMeasure, measureBuild } from './measure-build.ts';
import type { BenchRow } from './table.ts';

const ROOT = join(import.meta.dirname, '../..');

/** How many places the large directory has. */
const MANY = 4000;

/** Sites that were built to be measured, and what takes them all away. */
interface BuiltSites {
  readonly rows: readonly BenchRow[];
  /** Both observatories, as they are published. */
  readonly dist: string;
  /** The real one with a large directory. */
  readonly many: string;
  readonly clean: () => void;
}

/** Builds Astro's empty site, both observatories, and the real one with 4,000 places, one after the other. */
export async function benchBuild(): Promise<BuiltSites> {
  // Inside the project, where Astro keeps its own files beside its output.
  mkdirSync(join(ROOT, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'node_modules/.cache/bench-'));
  const dist = join(folder, 'dist');
  const empty = await measureEmpty(folder);
  // Once to fill the cache of pictures, once to measure.
  await measureSite(folder, dist, {});
  const real = await measureSite(folder, dist, {});
  const demonstration = await measureSite(folder, join(dist, 'demonstration'), { OBSERVATOIRE_DEMONSTRATION: '1' });
  const large = join(folder, 'many');
  const many = await measureSite(folder, large, { OBSERVATOIRE_DATA: await dataOfMany(folder) });
  const perPage = ({ seconds, pages }: BuildMeasure) =>
    `${formatNumber(((seconds - empty.seconds) * 1000) / pages, { decimals: 1 })} ms`;
  const line = (name: string, measure: BuildMeasure): BenchRow[] => [
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
  return { rows, dist, many: large, clean: () => rmSync(folder, { recursive: true, force: true }) };
}

async function measureEmpty(folder: string): Promise<BuildMeasure> {
  const site = join(folder, 'empty');
  mkdirSync(join(site, 'src/pages'), { recursive: true });
  writeFileSync(join(site, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(site, 'src/pages/index.astro'),
    '<html lang="fr"><head><title>Vide</title></head><body></body></html>',
  );
  symlinkSync(join(ROOT, 'node_modules'), join(site, 'node_modules'));
  return measureBuild({
    folder,
    args: ['build', '--root', site, '--silent'],
    environment: {},
    dist: join(site, 'dist'),
  });
}

function measureSite(folder: string, dist: string, environment: Record<string, string>): Promise<BuildMeasure> {
  return measureBuild({ folder, args: ['build', '--silent'], environment, dist });
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
