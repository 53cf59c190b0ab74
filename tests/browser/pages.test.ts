import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/print/read-pdf.ts';
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

describe.each([
  ['réel', '/presse/'],
  ['fictif', '/demonstration/presse/'],
])('la feuille de presse de l’observatoire %s', (_, path) => {
  /** A4 less its margins (styles/press.css), in CSS px. */
  const SHEET = { width: 688, height: 1039 };

  test('tient sur une page A4 une fois imprimée, avec ses dix phrases et ce qui les suit', async () => {
    const { bytes, phrases } = await visit(path, { width: 1400 }, async (page) => ({
      phrases: await page.locator('.quoted obs-copy > p').allTextContents(),
      bytes: await page.pdf({ preferCSSPageSize: true }),
    }));
    const { pages, texts } = await readPdf(new Uint8Array(bytes));
    expect(pages.map(({ media }) => [Math.round(media.width), Math.round(media.height)])).toEqual([[595, 842]]);
    const printed = texts[0]!.replaceAll(/\s/g, '');
    expect(phrases).toHaveLength(10);
    for (const phrase of [...phrases, 'Joindre l’observatoire'])
      expect(printed).toContain(phrase.replaceAll(/\s/g, ''));
  });

  test('laisse de la place à d’autres polices, et aucun nombre n’y touche sa phrase', async () => {
    await visit(path, { width: SHEET.width }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const { height, tight } = await page.evaluate(() => ({
        height: document.querySelector('main')!.getBoundingClientRect().bottom,
        tight: [...document.querySelectorAll<HTMLElement>('.quoted .big')]
          .filter((number) => number.scrollWidth > number.clientWidth)
          .map((number) => number.textContent),
      }));
      expect(height).toBeLessThan(SHEET.height * 0.98);
      expect(tight).toEqual([]);
    });
  });

  test('dit de chaque nombre qui est compté, sa source et l’année', async () => {
    const phrases = await visit(path, { width: 1400 }, (page) =>
      page.locator('.quoted obs-copy > p').allTextContents(),
    );
    const numbers = phrases.map((phrase) => /\d[\d\s]*/u.exec(phrase)?.[0].trim());
    expect(new Set(numbers).size).toBe(10);
    for (const phrase of phrases) {
      expect(phrase.length, phrase).toBeLessThanOrEqual(300);
      expect(phrase).toMatch(/lieux répondants|\(champ\s: /);
      expect(phrase).toMatch(/source\s: .*(?:20\d\d|N(?:\+2)?)\b/);
    }
  });
});
