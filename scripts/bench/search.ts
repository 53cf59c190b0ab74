import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatNumber } from '../../src/text/number.ts';
import { closeIndexer, indexPages } from '../index-pages.ts';
import type { BenchRow } from './table.ts';

/** The time and size of the search index of built sites: the demonstration, the richest, then a large directory. */
export async function benchSearch(dist: string, many: string): Promise<readonly BenchRow[]> {
  try {
    return [await measure('Démonstration', join(dist, 'demonstration')), await measure('Grand annuaire', many)];
  } finally {
    await closeIndexer();
  }
}

async function measure(name: string, folder: string): Promise<BenchRow> {
  const pages = filesOf(folder).filter((file) => file.endsWith('.html')).length;
  const start = performance.now();
  await indexPages(folder, '/');
  const seconds = (performance.now() - start) / 1000;
  const index = filesOf(join(folder, 'rechercher/pagefind'));
  const megabytes = index.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  const perPage = formatNumber((seconds * 1000) / pages, { decimals: 1 });
  return {
    name: `${name} : ${formatNumber(pages)} pages (${perPage} ms chacune), index de ${formatNumber(megabytes, { decimals: 1 })} Mo`,
    value: `${formatNumber(seconds, { decimals: 1 })} s`,
  };
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
