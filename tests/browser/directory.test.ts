import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsOfAxe } from './axe.ts';
import { openSite } from './site.ts';

const site = openSite();

const LIST = '/demonstration/lieux/';

function visit<T>(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>): Promise<T> {
  return site.visit(path, { viewport: { width: 1400, height: 1000 }, ...options }, look);
}

/** What the directory shows: how many places it says, which it lists, and whose marks stand out on the map that is seen. */
const stateOf = (page: Page) =>
  page.locator('obs-filter').evaluate((filter) => {
    const drawing = [...filter.querySelectorAll<HTMLElement>('.drawing-wide, .drawing-narrow')].find((one) =>
      one.checkVisibility(),
    );
    const keyOf = (link: HTMLAnchorElement) => link.pathname.split('/').at(-2) ?? '';
    return {
      said: filter.querySelector('[role=status]')?.textContent?.replaceAll(/[\u00a0\u202f]/g, ' '),
      places: [...filter.querySelectorAll<HTMLAnchorElement>('.place a')].filter((a) => a.checkVisibility()).map(keyOf),
      groups: [...filter.querySelectorAll<HTMLElement>('section h2')]
        .filter((title) => title.checkVisibility())
        .map((title) => title.textContent?.trim().replaceAll(/[\u00a0\u202f]/g, ' ')),
      marks: [...(drawing?.querySelectorAll<SVGElement>('[data-mark]:not(.is-out)') ?? [])].map(
        (mark) => mark.dataset.mark ?? '',
      ),
      search: location.search,
    };
  });

const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at instanceof SVGElement ? (at.dataset.mark ?? '') : (at?.getAttribute('name') ?? at?.textContent?.trim());
  });

describe('filtrer', () => {
  test('au clavier seul : la liste, le compte, la carte et l’adresse suivent', async () => {
    await visit(LIST, {}, async (page) => {
      const all = await stateOf(page);
      await page.locator('[name=mot]').focus();
      await page.keyboard.type('COMMUNE b1');
      const some = await stateOf(page);
      expect(some.places.length).toBeGreaterThan(1);
      expect(some.places.length).toBeLessThan(all.places.length);
      expect(some.said).toBe(`${some.places.length} lieux sur ${all.places.length}`);
      expect(some.groups).toEqual([`Territoire 2 ${some.places.length} lieux`]);
      expect([...some.marks].sort()).toEqual(some.places.filter((key) => all.marks.includes(key)).sort());
      await page.waitForFunction(() => location.search === '?mot=COMMUNE+b1');

      // Down the list of types, as a reader does who sees no picture.
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('type');
      await page.keyboard.press('ArrowDown');
      const fewer = await stateOf(page);
      expect(fewer.places.length).toBeLessThan(some.places.length);
      expect(fewer.search).toBe('?mot=COMMUNE+b1&type=coworking');
    });
  });

  test('l’adresse rend l’état, et le retour en arrière aussi', async () => {
    await visit(`${LIST}?type=coworking&departement=territoire-1&cercle=nulle-part`, {}, async (page) => {
      const before = await stateOf(page);
      expect(before.places.length).toBeGreaterThan(0);
      expect(before.groups).toEqual([expect.stringMatching(/^Territoire 1 /)]);
      expect(await page.locator('[name=type]').inputValue()).toBe('coworking');
      expect(await page.locator('[name=cercle]').inputValue()).toBe('');
      await page.locator('.place a:visible').first().click();
      await page.waitForURL(`**/lieux/${before.places[0]}/`);
      await page.goBack();
      await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.includes('sur'));
      expect((await stateOf(page)).places).toEqual(before.places);
    });
  });

  test('ce que l’on ne sait pas d’un lieu est compté à part', async () => {
    await visit(`${LIST}?cercle=cercle-a`, {}, async (page) => {
      const { said, places } = await stateOf(page);
      const own = await page.locator('.place[data-cercle="cercle-a"]').count();
      const unknown = await page.locator('.place:not([data-cercle])').count();
      expect(places).toHaveLength(own);
      expect(said).toMatch(new RegExp(`^${own} lieux sur \\d+ ; ${unknown} autres sans cercle connu$`));
    });
  });

  test('rien ne correspond : dit, avec ce qui suffirait ; tout s’efface d’un geste', async () => {
    await visit(`${LIST}?mot=introuvable&type=fablab`, {}, async (page) => {
      expect((await stateOf(page)).said).toMatch(/^0 lieu sur/);
      const ways = page.locator('.nothing button');
      expect(await ways.allTextContents()).toEqual([
        expect.stringMatching(/^Sans «\u00a0introuvable\u00a0»\u00a0: \d+\u00a0lieux$/),
      ]);
      await ways.first().focus();
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('mot');
      expect((await stateOf(page)).search).toBe('?type=fablab');
      await page.locator('[type=reset]').click();
      await page.waitForFunction(() => location.search === '');
      expect((await stateOf(page)).said).toMatch(/^\d+ lieux$/);
      expect(await page.locator('[type=reset]').isVisible()).toBe(false);
    });
  });

  test.each([
    ['clair', {}],
    ['sombre, sur un téléphone', { viewport: { width: 320, height: 700 }, colorScheme: 'dark' as const }],
  ])('axe n’a rien à dire d’une liste filtrée, ni d’une liste vide (%s)', async (_name, options) => {
    for (const asked of ['?mot=commune+a1', '?mot=introuvable&type=fablab']) {
      await visit(LIST + asked, options, async (page) => {
        expect(await faultsOfAxe(page)).toEqual([]);
      });
    }
  });
});

describe('la liste et la carte', () => {
  test('au clavier, un repère laissé de côté n’est pas parcouru ; celui qu’on choisit mène à sa fiche', async () => {
    await visit(`${LIST}?type=fablab`, {}, async (page) => {
      const { marks } = await stateOf(page);
      expect(marks.length).toBeGreaterThan(2);
      await page.locator('.drawing-wide').focus();
      const seen: (string | undefined)[] = [];
      for (const _ of marks) {
        await page.keyboard.press('ArrowRight');
        seen.push(await focused(page));
      }
      expect([...seen].sort()).toEqual([...marks].sort());
      const last = seen.at(-1)!;
      expect(await page.locator('.place.is-at a').getAttribute('href')).toBe(`/demonstration/lieux/${last}/`);
      await page.keyboard.press('Tab');
      expect(await page.locator('.chosen a').getAttribute('href')).toBe(`/demonstration/lieux/${last}/`);
      expect(await page.locator('.chosen a').evaluate((link) => link === document.activeElement)).toBe(true);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('ArrowRight');
      const next = await focused(page);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/lieux/${next}/`);
    });
  });

  test('un lieu de la liste éclaire son repère, au pointeur et au clavier', async () => {
    await visit(LIST, {}, async (page) => {
      const lit = () =>
        page
          .locator('.drawing-wide .is-lit')
          .evaluateAll((marks) => marks.map((mark) => (mark as SVGElement).dataset.mark));
      const [first = '', second = ''] = (await stateOf(page)).marks.slice(0, 2);
      await page.locator(`.place a[href$="/${first}/"]`).hover();
      expect(await lit()).toEqual([first]);
      await page.mouse.move(0, 0);
      await page.locator(`.place a[href$="/${second}/"]`).focus();
      expect(await lit()).toEqual([second]);
    });
  });

  test('sur un téléphone, la carte s’ouvre d’un geste, et un repère touché propose sa fiche sans quitter la carte', async () => {
    await visit(LIST, { viewport: { width: 375, height: 800 }, hasTouch: true, isMobile: true }, async (page) => {
      expect(await page.locator('.drawing-narrow').isVisible()).toBe(false);
      await page.locator('.finder summary').tap();
      const mark = page.locator('.drawing-narrow [data-mark]').first();
      const key = await mark.getAttribute('data-mark');
      await mark.tap();
      expect(await page.locator('.chosen a').getAttribute('href')).toBe(`/demonstration/lieux/${key}/`);
      expect(await page.locator('.drawing-narrow').isVisible()).toBe(true);
    });
  });
});

test('sans script : toute la liste, par territoire, et rien qui ne marche pas', async () => {
  const all = await visit(LIST, {}, stateOf);
  await visit(LIST, { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.place a:visible').count()).toBe(all.places.length);
    expect(await page.locator(':is(form, input, select, button):visible').count()).toBe(0);
    await page.locator('.groups a', { hasText: 'Territoire 3' }).click();
    await page.waitForURL('**#lieux-territoire-3');
  });
});
