import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { plain } from '../plain.ts';
import { faultsOfAxe } from './axe.ts';
import { openSite } from './site.ts';

const site = openSite();

interface Visit {
  readonly page: Page;
  readonly asked: readonly string[];
  readonly complaints: readonly string[];
}

async function visit<T>(path: string, look: (visit: Visit) => Promise<T>, options = {}): Promise<T> {
  const context = await site.browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const [asked, complaints]: [string[], string[]] = [[], []];
  try {
    const page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(site.origin + path);
    return await look({ page, asked, complaints });
  } finally {
    await context.close();
  }
}

const field = (page: Page) => page.getByRole('combobox', { name: 'Votre commune, par son nom ou son code postal' });
const options = (page: Page) => page.getByRole('option');
const wordsOf = async (page: Page) => plain(await page.locator('main').innerText()).replace(/\n+/g, '\n');

describe('près de chez moi', () => {
  test('au clavier seul : taper, descendre, choisir, fermer', async () => {
    await visit('/pres-de-chez-moi/', async ({ page, complaints }) => {
      await field(page).focus();
      await page.keyboard.type('roubai');
      await options(page).first().waitFor();
      expect(await field(page).getAttribute('aria-expanded')).toBe('true');
      expect(await field(page).getAttribute('aria-activedescendant')).toBeNull();
      await page.keyboard.press('ArrowDown');
      const active = await field(page).getAttribute('aria-activedescendant');
      expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
      expect(await page.locator(`#${active}`).textContent()).toContain('Roubaix');
      expect(await faultsOfAxe(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Roubaix', level: 2 }).waitFor();
      expect(new URL(page.url()).search).toBe('?commune=59512');
      expect(await options(page).count()).toBe(0);
      expect(await page.getByRole('status').textContent()).toMatch(
        /^Roubaix\u00a0: \d+\s(?:lieu connu|lieux connus) dans la commune$/,
      );
      await page.keyboard.press('ArrowDown');
      await options(page).first().waitFor();
      await page.keyboard.press('Escape');
      expect(await field(page).getAttribute('aria-expanded')).toBe('false');
      expect(complaints).toEqual([]);
    });
  });

  test('le premier choix est le dernier quand on monte, et Entrée prend le premier quand rien n’est choisi', async () => {
    await visit('/pres-de-chez-moi/', async ({ page }) => {
      await field(page).focus();
      await page.keyboard.type('59000');
      await options(page).first().waitFor();
      await page.keyboard.press('ArrowUp');
      const count = await options(page).count();
      expect(await field(page).getAttribute('aria-activedescendant')).toBe(`commune-${count - 1}`);
      await field(page).fill('59200');
      await options(page).filter({ hasText: '59200' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Tourcoing', level: 2 }).waitFor();
    });
  });

  test('ce qui est connu d’une commune : ses lieux, son intercommunalité, son département ; jamais un cercle déduit', async () => {
    await visit('/pres-de-chez-moi/?commune=59350', async ({ page }) => {
      await page.getByRole('heading', { name: 'Lille', level: 2 }).waitFor();
      const found = page.locator('section.nearby-found');
      expect(await found.getByRole('link', { name: 'La Coroutine' }).getAttribute('href')).toBe('/lieux/la-coroutine/');
      expect(await found.getByRole('link', { name: 'Nord', exact: true }).getAttribute('href')).toBe('/portrait/nord/');
      const words = await wordsOf(page);
      expect(words).toContain('Métropole Européenne de Lille');
      expect(words).toContain('nous ne la déduisons jamais de la commune');
      expect(words).not.toContain('Des lieux d’ici disent être de');
      expect(await faultsOfAxe(page)).toEqual([]);
    });
  });

  test('un cercle se lit quand des lieux de la commune le disent', async () => {
    await visit('/demonstration/pres-de-chez-moi/?commune=ZA001', async ({ page }) => {
      await page.getByRole('heading', { name: 'Commune A1', level: 2 }).waitFor();
      const cercles = page.locator('[data-part="cercles"] a');
      expect(await cercles.count()).toBeGreaterThan(0);
      expect(await cercles.first().getAttribute('href')).toMatch(/^\/demonstration\/portrait\/cercle-[a-e]\/$/);
      expect(await wordsOf(page)).toMatch(/Commune A\d, à (?:moins de )?\d+ km/);
    });
  });

  test('un ancien nom et une faute : l’un trouve, l’autre le dit', async () => {
    await visit('/pres-de-chez-moi/', async ({ page }) => {
      await field(page).fill('lomme');
      await options(page).first().waitFor();
      expect(await options(page).allTextContents()).toContainEqual(expect.stringMatching(/^Lille Lomme/));
      await field(page).fill('xyzxyz');
      await page.getByText('Aucune commune de la région ne correspond').waitFor();
      expect(await options(page).count()).toBe(0);
    });
    await visit('/pres-de-chez-moi/?commune=75056', async ({ page }) => {
      await page.getByText('Cette commune n’est pas de la région').waitFor();
      expect(await page.locator('section.nearby-found').isVisible()).toBe(false);
    });
  });

  test('le retour arrière du navigateur revient à la commune d’avant', async () => {
    await visit('/pres-de-chez-moi/?commune=59350', async ({ page }) => {
      await page.getByRole('heading', { name: 'Lille', level: 2 }).waitFor();
      await field(page).fill('59200');
      await options(page).first().waitFor();
      await options(page).first().click();
      await page.getByRole('heading', { name: 'Tourcoing', level: 2 }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: 'Lille', level: 2 }).waitFor();
    });
  });

  test('la liste des communes n’est demandée que quand le champ sert, et rien ne part ailleurs', async () => {
    await visit('/pres-de-chez-moi/', async ({ page, asked }) => {
      await page.waitForLoadState('networkidle');
      expect(asked.filter((url) => url.includes('communes.json'))).toEqual([]);
      await field(page).fill('lille');
      await options(page).first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Lille', level: 2 }).waitFor();
      expect(asked.filter((url) => url.includes('communes.json'))).toHaveLength(1);
      expect(asked.filter((url) => !url.startsWith(site.origin) || /[?&]/.test(url))).toEqual([]);
    });
  });

  test('sans script, la page reste une liste ; à 320 px, rien ne déborde', async () => {
    await visit(
      '/pres-de-chez-moi/',
      async ({ page }) => {
        expect(await field(page).isVisible()).toBe(false);
        expect(await page.locator('main a[href^="/lieux/"]:visible').count()).toBeGreaterThan(15);
      },
      { javaScriptEnabled: false },
    );
    for (const path of ['/pres-de-chez-moi/?commune=59350', '/portrait/cercle-sambre-avesnois-thierache/'])
      await visit(
        path,
        async ({ page }) => {
          await page.waitForLoadState('networkidle');
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, path).toBeLessThanOrEqual(0);
          expect(await faultsOfAxe(page), path).toEqual([]);
        },
        { viewport: { width: 320, height: 800 }, colorScheme: 'dark' },
      );
  });
});
