import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../../src/print/open-browser.ts';
import { serve } from '../../src/print/serve.ts';

/** One address a template. */
const TEMPLATES = [
  '/',
  '/portrait/',
  '/financements/',
  '/lieux/',
  '/lieux/la-coroutine/',
  '/graphiques/',
  '/graphiques/combien-de-lieux/',
  '/graphiques/carte-des-lieux/',
  '/integrer/combien-de-lieux/',
  '/editions/',
  '/editions/2025/',
  '/editions/2025/fives-cail/',
  '/donnees/',
  '/methode/',
  '/accessibilite/',
  '/mentions-legales/',
  '/404.html',
  '/demonstration/',
  '/demonstration/portrait/',
];

let browser: Browser;
let origin: string;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const server = await serve(inject('dist'));
  const opened = await openBrowser();
  closers.push(opened.close, server.close);
  browser = opened.browser;
  origin = server.origin;
});

afterAll(async () => {
  for (const close of closers) await close();
});

/** Opens a page and hands it over with what it asked for and complained of. */
async function visit<T>(
  path: string,
  options: { width: number; dark?: boolean; scripts?: boolean },
  look: (page: Page, asked: readonly string[], complaints: readonly string[]) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: 800 },
    colorScheme: options.dark ? 'dark' : 'light',
    javaScriptEnabled: options.scripts ?? true,
  });
  try {
    const page = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(origin + path);
    return await look(page, asked, complaints);
  } finally {
    await context.close();
  }
}

describe.each(TEMPLATES)('%s', (path) => {
  test.each([
    ['clair', 1400, false],
    ['sombre', 375, true],
  ] as const)('axe n’a rien à dire (%s)', async (_scheme, width, dark) => {
    const violations = await visit(
      path,
      { width, dark },
      async (page) => (await new AxeBuilder({ page }).analyze()).violations,
    );
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${id} : ${nodes
            .map(({ html, failureSummary }) => `${html} ${failureSummary}`)
            .slice(0, 3)
            .join(' | ')}`,
      ),
    ).toEqual([]);
  });

  test('aucun défilement horizontal à 320 px', async () => {
    const overflow = await visit(path, { width: 320 }, (page) =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('rien n’est demandé ailleurs, la console se tait', async () => {
    const { asked, complaints } = await visit(path, { width: 1400 }, async (page, all, said) => {
      await page.waitForLoadState('networkidle');
      return { asked: all, complaints: said };
    });
    expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('au clavier et sans script', () => {
  test('le lien d’évitement est le premier, et mène au contenu', async () => {
    await visit('/portrait/', { width: 1400 }, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#contenu');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => location.hash)).toBe('#contenu');
    });
  });

  test('le tableau d’une figure s’ouvre au clavier, sans script', async () => {
    await visit('/portrait/', { width: 1400, scripts: false }, async (page) => {
      const summary = page.locator('main details > summary').first();
      await summary.focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('main table').first().isVisible()).toBe(true);
    });
  });

  test('le menu s’ouvre et se ferme au clavier sur un téléphone, sans script', async () => {
    await visit('/', { width: 320, scripts: false }, async (page) => {
      const link = page.locator('header a[href$="/portrait/"]').first();
      if (!(await link.isVisible())) {
        await page.locator('header summary').first().focus();
        await page.keyboard.press('Enter');
      }
      expect(await link.isVisible()).toBe(true);
    });
  });

  test('l’annuaire se filtre quand il y a des scripts, et se lit en entier sans', async () => {
    const all = await visit('/lieux/', { width: 1400, scripts: false }, (page) =>
      page.locator('main a[href*="/lieux/"]:visible').count(),
    );
    expect(all).toBeGreaterThan(15);
    const filtered = await visit('/lieux/', { width: 1400 }, async (page) => {
      await page.locator('main input[type="search"]').fill('tourcoing');
      return page.locator('main a[href*="/lieux/"]:visible').count();
    });
    expect(filtered).toBeGreaterThan(0);
    expect(filtered).toBeLessThan(all);
  });

  test('un tableau se trie par date, et non par nom de mois', async () => {
    await visit('/graphiques/carte-des-lieux/', { width: 1400 }, async (page) => {
      await page.getByRole('button', { name: 'Date de la source' }).first().click();
      const dates = await page
        .locator('main table')
        .first()
        .locator('td:has(time), td')
        .evaluateAll((cells) =>
          cells.flatMap(
            (cell) =>
              cell.querySelector('time')?.dateTime ??
              (/^\d{4}$/.test(cell.textContent ?? '') ? (cell.textContent as string) : []),
          ),
        );
      expect(dates.length).toBeGreaterThan(10);
      expect(dates).toEqual([...dates].sort());
    });
  });

  test('une seule image à la fois : large ou étroite', async () => {
    for (const width of [320, 1400]) {
      const shown = await visit('/graphiques/combien-de-lieux/', { width }, (page) =>
        page.locator('main figure svg.chart:visible').count(),
      );
      expect(shown, `${width} px`).toBe(1);
    }
  });
});
