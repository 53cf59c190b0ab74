import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../plain.ts';
import { faultsOfAxe } from './axe.ts';
import { openSite } from './site.ts';

const site = openSite();
let page: Page;
const asked: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  page = await (await site.browser.newContext()).newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});

/** What the page says and shows once it has answered. */
async function answer(): Promise<{ said: string; results: { kind: string; title: string; href: string }[] }> {
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent);
  return {
    said: plain((await page.locator('[role=status]').textContent()) ?? ''),
    results: await page.locator('.result').evaluateAll((lines) =>
      lines.map((line) => ({
        kind: line.querySelector('p')?.textContent ?? '',
        title: line.querySelector('a')?.textContent ?? '',
        href: line.querySelector('a')?.getAttribute('href') ?? '',
      })),
    ),
  };
}

async function search(words: string, root = '/') {
  await page.goto(`${site.origin}${root}rechercher/?q=${encodeURIComponent(words)}`);
  return answer();
}

describe('chercher', () => {
  test.each([
    ['metropole', /métropole/i],
    ['TIERS LIEUX', /tiers-lieux/i],
    ['l’annuaire', /annuaire/i],
    ["chiffre d'affaires", /chiffre d’affaires/i],
    ['coroutine', /^La Coroutine$/],
    ['fives cail', /Fives Cail/],
  ])('« %s »', async (words, title) => {
    const { said, results } = await search(words);
    expect(said).toBe(`${said.split(' ')[0]} ${results.length === 1 ? 'résultat' : 'résultats'} pour « ${words} »`);
    expect(results[0]?.title).toMatch(title);
    expect(await page.locator('.result mark').count()).toBeGreaterThan(0);
  });

  test('ce qui ne se trouve nulle part n’a pas de réponse de hasard', async () => {
    for (const words of ['xylophone', 'acheter', 'métropole xylophone']) {
      const { said, results } = await search(words);
      expect(said).toBe(`Aucun résultat pour « ${words} ». Essayez un mot plus court ou plus courant.`);
      expect(results).toEqual([]);
    }
  });

  test('chaque résultat mène à une page qui existe', async () => {
    const { results } = await search('lieux');
    expect(results).toHaveLength(10);
    for (const { href } of results) expect((await page.request.get(site.origin + href)).status(), href).toBe(200);
    await page.getByRole('button', { name: 'Montrer la suite' }).click();
    // The first ten are still there while the next ones are read.
    await page.locator('.result').nth(19).waitFor();
    expect((await answer()).results).toHaveLength(20);
    expect(await page.evaluate(() => document.activeElement?.className || document.activeElement?.tagName)).toBe('A');
  });

  test('au clavier : des mots, un genre, et l’adresse les garde', async () => {
    await page.goto(`${site.origin}/rechercher/`);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await page.keyboard.type('coworking');
    await page.keyboard.press('Enter');
    const all = await answer();
    expect(new Set(all.results.map(({ kind }) => kind))).toContain('Lieu');
    await page.locator('[name=genre]:checked').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => /dans «/.test(document.querySelector('[role=status]')?.textContent ?? ''));
    const some = await answer();
    expect(new Set(some.results.map(({ kind }) => kind))).toEqual(new Set(['Graphique']));
    expect(new URL(page.url()).search).toBe('?q=coworking&genre=Graphique');
    await page.reload();
    expect((await answer()).results).toEqual(some.results);
    expect(await page.title()).toContain('coworking');
  });

  test('le vrai et le fictif ne se trouvent jamais ensemble', async () => {
    const real = await search('lieu');
    const fictional = await search('lieu', '/demonstration/');
    expect(real.results.filter(({ href }) => href.startsWith('/demonstration/'))).toEqual([]);
    expect(fictional.results.length).toBe(10);
    expect(fictional.results.filter(({ href }) => !href.startsWith('/demonstration/'))).toEqual([]);
  });

  test('ce que l’on tape n’est jamais lu comme du HTML', async () => {
    const { said } = await search('<img src=x onerror=alert(1)>');
    expect(said).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('main img').count()).toBe(0);
  });

  test('rien n’est demandé ailleurs, et la console se tait', () => {
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((url) => !url.startsWith(site.origin))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('axe n’a rien à dire des résultats', async () => {
    await search('coworking');
    expect(await faultsOfAxe(page)).toEqual([]);
  });
});

test('les autres pages ne chargent pas le moteur', async () => {
  const before = asked.length;
  await page.goto(`${site.origin}/`, { waitUntil: 'networkidle' });
  expect(asked.slice(before).filter((url) => /pagefind/.test(url))).toEqual([]);
});

test('sans script, la page le dit et mène aux listes', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${site.origin}/rechercher/`);
  expect(await plain.getByText('La recherche demande un script').isVisible()).toBe(true);
  expect(await plain.locator('main a[href="/lieux/"]').isVisible()).toBe(true);
  expect(await plain.locator('form').isVisible()).toBe(false);
  await context.close();
});
