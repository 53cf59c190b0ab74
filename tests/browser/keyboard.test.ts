import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { copyByKeyboard } from './copy-by-keyboard.ts';
import { openSite } from './site.ts';

const dist = inject('dist');
const FIGURES = join(import.meta.dirname, '../../src/figures');

/** Marks that are walked through one by one: a map of hundreds says no more. */
const MOST = 25;

const site = openSite();
let page: Page;

beforeAll(async () => {
  page = await site.browser.newPage({ viewport: { width: 1280, height: 800 } });
});

/** What a figure's file draws with, itself or through the files beside it. */
function chartsOf(file: string): readonly string[] {
  const text = readFileSync(join(FIGURES, file), 'utf8');
  const imported = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name as string);
  return [
    ...imported(/from '\.\.\/charts\/([\w-]+)\.ts'/g),
    ...imported(/from '\.\/([\w-]+\.ts)'/g)
      .filter((name) => name !== 'index.ts')
      .flatMap(chartsOf),
  ];
}

/** One page a kind of picture, the figure with most marks; flows have tests of their own, squares give way to their questions. */
function pagesByChart(): readonly (readonly [chart: string, path: string])[] {
  const chosen = new Map<string, { path: string; marks: number }>();
  for (const file of readdirSync(FIGURES)) {
    for (const root of ['', 'demonstration/']) {
      const path = `${root}graphiques/${file.replace('.ts', '')}/`;
      const built = join(dist, path, 'index.html');
      if (!existsSync(built)) continue;
      const html = readFileSync(built, 'utf8');
      const marks = html.split('data-mark=').length - 1;
      if (/<obs-(?:flows|squares)/.test(html) || marks < 4) continue;
      for (const chart of chartsOf(file)) {
        if (marks > (chosen.get(chart)?.marks ?? 0)) chosen.set(chart, { path, marks });
      }
    }
  }
  const pages = Map.groupBy([...chosen], ([, { path }]) => path);
  return [...pages].map(([path, charts]) => [charts.map(([chart]) => chart).join(', '), path] as const);
}

/** The mark that has the keyboard, what it says, and the tip beside it. */
function state() {
  return page.evaluate(() => {
    const at = document.activeElement;
    const tip = at?.closest('obs-chart')?.querySelector<HTMLElement>('.tip');
    const box = tip?.getBoundingClientRect();
    return {
      mark: at?.getAttribute('data-mark') ?? null,
      isPicture: at?.matches('obs-chart [role=group]') ?? false,
      said: at?.getAttribute('aria-label') ?? '',
      role: at?.getAttribute('role') ?? '',
      tip: tip && !tip.hidden ? tip.textContent : null,
      isInWindow: !!box && box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
    };
  });
}

describe('chaque sorte de graphique au clavier', () => {
  const pages = pagesByChart();

  test('il y en a', () => expect(pages.length).toBeGreaterThan(5));

  test.each(pages)('%s (%s) : on entre, on parcourt, on sort', async (_, path) => {
    await page.goto(`${site.origin}/${path}`);
    const picture = page.locator('main obs-chart [role=group]:visible').first();
    await picture.focus();
    const marks = await picture.locator('[data-mark]:not(.is-out)').count();
    const seen = new Set<string | null>();
    for (let step = 0; step < Math.min(marks, MOST); step++) {
      await page.keyboard.press('ArrowRight');
      const { mark, said, role, tip, isInWindow } = await state();
      seen.add(mark);
      expect(said).toMatch(/\p{L}|\d/u);
      expect({ role, tip, isInWindow }, said).toEqual({ role: 'img', tip: said, isInWindow: true });
    }
    expect(seen.size).toBe(Math.min(marks, MOST));
    await page.keyboard.press('Escape');
    expect(await state()).toMatchObject({ isPicture: true, tip: null });
    await page.keyboard.press('Tab');
    expect(await state()).toMatchObject({ isPicture: false, mark: null });
  });
});

test('qui force les couleurs de son système lit les mots des images dans ces couleurs', async () => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto(`${site.origin}/portrait/`);
  const wrong = await page.evaluate(() => {
    const { color } = getComputedStyle(document.body);
    return [...document.querySelectorAll('svg.chart text[fill="var(--ink)"], svg.chart text[fill="var(--soft)"]')]
      .filter((text) => getComputedStyle(text).fill !== color)
      .map((text) => text.textContent);
  });
  expect(wrong).toEqual([]);
  expect(await page.locator('svg.chart text[fill^="var(--"]').count()).toBeGreaterThan(20);
});

describe('ce qui se copie', () => {
  const path = '/graphiques/activites-region-et-france/';

  test('au clavier : le code, la phrase, la référence et le lien se copient, et c’est dit', async () => {
    const seen = await copyByKeyboard(site, path);
    expect(seen.map(({ button, text }) => [button, text.slice(0, 24)])).toEqual([
      ['Copier le code', '<iframe id="otl-activite'],
      ['Copier le code', '<a href="/graphiques/act'],
      ['Copier la phrase', '56 % des 100 lieux répon'],
      ['Copier la référence', 'Observatoire des tiers-l'],
      ['Copier le lien', `${site.origin}/graphiques`.slice(0, 24)],
    ]);
  });

  test('la page de presse donne dix phrases, chacune avec son bouton', async () => {
    const seen = await site.visit('/presse/', {}, (opened) => opened.locator('.quoted button').allTextContents());
    expect(seen).toEqual(Array.from({ length: 10 }, () => 'Copier la phrase'));
  });

  test('là où le navigateur refuse, le texte est choisi, prêt à copier', async () => {
    const seen = await site.visit(path, {}, async (opened) => {
      await opened.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      });
      const words = opened.locator('.share-words').first();
      await words.locator('button').press('Enter');
      await expect.poll(() => words.locator('[role=status]').textContent()).toContain('Sélectionné');
      return opened.evaluate(() => getSelection()!.toString());
    });
    expect(seen).toMatch(/^56.% des 100 lieux répondants/);
  });

  test('sans script, les codes et les phrases se lisent, sans bouton', async () => {
    const seen = await site.visit(path, { javaScriptEnabled: false }, async (opened) => ({
      codes: await opened.locator('.share textarea:visible').count(),
      words: await opened.locator('.share p:visible').allTextContents(),
      buttons: await opened.locator('.share button').count(),
    }));
    expect(seen).toMatchObject({ codes: 2, buttons: 0 });
    expect(seen.words.map((text) => text.slice(0, 4).replace('\u00a0', ' '))).toEqual(['56 %', 'Obse', '/gra']);
  });
});
