import { basename, dirname } from 'node:path';
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

/** What the page of a figure may weigh: two drawings, its table and its codes, for a phone on a slow network. */
const FIGURE = 15_000;

/** Those that cannot, each with what it may weigh: flows are drawn twice and told link by link, 88 places are listed. */
const HEAVIER: Readonly<Record<string, number>> = {
  'flux-exercices': 21_000,
  'flux-verses': 19_500,
  'subventions-flux': 17_500,
  'enquete-flux-ressources': 17_500,
  'carte-des-lieux': 16_000,
};

test('chaque page d’une figure reste légère, avec ses styles et ses scripts', () => {
  const own = pages.filter((page) => read(page).includes('<div class="single">'));
  expect(own.length).toBeGreaterThan(60);
  const limitOf = (page: string) => (page.startsWith('demonstration/') && HEAVIER[basename(dirname(page))]) || FIGURE;
  expect(
    own.map((page) => [weighPage(dist, page), page] as const).filter(([weight, page]) => weight > limitOf(page)),
  ).toEqual([]);
});
