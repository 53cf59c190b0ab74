import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openSite } from './site.ts';

const site = openSite();

function visit<T>(
  path: string,
  { width, scripts = true }: { width: number; scripts?: boolean },
  look: (page: Page) => Promise<T>,
): Promise<T> {
  return site.visit(path, { viewport: { width, height: 800 }, javaScriptEnabled: scripts }, look);
}

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
