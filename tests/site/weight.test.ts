import { expect, test } from 'vitest';
import { dist, pages, read } from './dist.ts';
import { EMBED_MOST, weighPage } from './weigh-page.ts';

/** What a portrait may weigh, in bytes once compressed by the server, fonts left aside. */
const MOST = 80_000;

test.each(['portrait/index.html', 'demonstration/portrait/index.html'])('%s reste léger', (page) => {
  expect(weighPage(dist, page)).toBeLessThan(MOST);
});

test.each(['portrait/index.html', 'demonstration/portrait/index.html'])('%s n’attend aucun script', (page) => {
  const scripts = [...read(page).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  for (const tag of scripts) expect(tag).toContain('type="module"');
});

test('chaque figure à intégrer pèse moins de 10 Ko avec ses styles et son script, police à part', () => {
  const embeds = pages.filter((page) => page.includes('integrer/'));
  expect(embeds.length).toBeGreaterThan(100);
  expect(
    embeds.map((page) => [weighPage(dist, page), page] as const).filter(([weight]) => weight > EMBED_MOST),
  ).toEqual([]);
});
