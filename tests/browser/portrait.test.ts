import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openSite } from './site.ts';

const site = openSite();

const PORTRAITS = ['/portrait/', '/demonstration/portrait/'];

function open<T>(path: string, scripts: boolean, look: (page: Page) => Promise<T>): Promise<T> {
  const viewport = { width: 375, height: 800 };
  return site.visit(path, { viewport, javaScriptEnabled: scripts, reducedMotion: 'reduce' }, look);
}

describe.each(PORTRAITS)('%s', (path) => {
  test('les cent carrés se trient au clavier, et leurs piles disent ce qu’elles montrent', async () => {
    await open(path, true, async (page) => {
      const squares = page.locator('obs-squares');
      const seats = () =>
        squares.locator('i').evaluateAll((all) => all.map((one) => (one as HTMLElement).style.cssText));
      expect(await squares.locator('i').count()).toBe(100);
      const words = squares.locator('[role=status]');
      const before = { words: await words.innerText(), seats: await seats() };
      await squares.locator('input').first().focus();
      await page.keyboard.press('ArrowDown');
      expect(await words.innerText()).toMatch(/^\d+\s% Coworking/);
      expect(await words.innerText()).not.toBe(before.words);
      const after = await seats();
      expect(after.filter((seat, i) => seat !== before.seats[i]).length).toBeGreaterThan(60);
      expect(new Set(after).size).toBe(100);
    });
  });

  test('sans script, chaque question a son bloc de carrés', async () => {
    await open(path, false, async (page) => {
      expect(await page.locator('obs-squares fieldset').isVisible()).toBe(false);
      const picture = page.locator('obs-squares ~ obs-chart .drawing-narrow');
      expect(await picture.isVisible()).toBe(true);
      expect(await picture.locator('[data-mark]').count()).toBeGreaterThan(8);
    });
  });

  test('champ et source de chaque figure se lisent sans rien ouvrir', async () => {
    await open(path, false, async (page) => {
      const figures = page.locator('figure.figure');
      const read = await figures.evaluateAll((all) =>
        all.map((one) => {
          const notes = one.querySelector<HTMLElement>('.notes')!;
          return notes.checkVisibility() && /Champ\..+Sources?\./s.test(notes.innerText);
        }),
      );
      expect(read.length).toBeGreaterThan(15);
      expect(read).not.toContain(false);
    });
  });
});
