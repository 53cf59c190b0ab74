import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { dist, pages, read } from './dist.ts';

/** What a portrait may weigh, in bytes once compressed by the server, fonts left aside. */
const MOST = 80_000;

/** A page with the styles and scripts that it asks for. */
function weightOf(page: string): number {
  const asked = [...read(page).matchAll(/(?:href|src)="\/([^"]+\.(?:css|js))"/g)].map(([, file]) => file!);
  return [page, ...new Set(asked)].reduce((sum, file) => sum + compressed(file), 0);
}

/** Pages share their styles and scripts: each file is compressed once. */
const known = new Map<string, number>();

function compressed(file: string): number {
  const size = known.get(file) ?? brotliCompressSync(readFileSync(join(dist, file))).length;
  known.set(file, size);
  return size;
}

test.each(['portrait/index.html', 'demonstration/portrait/index.html'])('%s reste léger', (page) => {
  expect(weightOf(page)).toBeLessThan(MOST);
});

test.each(['portrait/index.html', 'demonstration/portrait/index.html'])('%s n’attend aucun script', (page) => {
  const scripts = [...read(page).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  for (const tag of scripts) expect(tag).toContain('type="module"');
});

/** What an embed may weigh: it stands in pages that are heavy enough. */
const EMBED = 10_240;

test('chaque figure à intégrer pèse moins de 10 Ko avec ses styles et son script, police à part', () => {
  const embeds = pages.filter((page) => page.includes('integrer/'));
  expect(embeds.length).toBeGreaterThan(100);
  expect(embeds.map((page) => [weightOf(page), page] as const).filter(([weight]) => weight > EMBED)).toEqual([]);
});
