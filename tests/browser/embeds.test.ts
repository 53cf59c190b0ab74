import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { type Host, hosts, type Shown, WORDPRESS_MOST } from './hosts/host-pages.ts';
import { faultsInHosts, openHosts, pairUp, shownAt } from './hosts/open-hosts.ts';
import {
  faultsWithoutFonts,
  faultsWithoutScript,
  IN_SANDBOX,
  readCodes,
  seenInSandbox,
  THEMES,
  themesOf,
} from './look-at-embeds.ts';
import { openSite } from './site.ts';

const dist = inject('dist');
const site = openSite();
const others = openHosts();

/** The code to copy of each figure, by the path of its page to embed: of the region's, and of a territory's. */
const codes = readCodes(
  ['', 'demonstration/'].flatMap((root) => [...pagesIn(`${root}graphiques`), largestOf(pagesIn(`${root}portrait`))]),
);

function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(dist, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(dist, folder, name, 'index.html'));
}

/** The page of the territory that has most to show. */
function largestOf(pages: readonly string[]): string {
  const sizeOf = (page: string) => statSync(page).size;
  return pages.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]!;
}

const REGION = '/demonstration/integrer/enquete-publics/';
const TERRITORY = '/demonstration/integrer/territoire-1/enquete-publics/';

describe('une figure à intégrer, seule dans son cadre', () => {
  test('il y en a, de la région et d’un territoire', () => {
    expect([...codes.keys()]).toEqual(expect.arrayContaining(['/integrer/combien-de-lieux/', REGION, TERRITORY]));
  });

  test('sans script, sa hauteur donnée suffit de 600 à 900 px, et rien n’est coupé à 320 px', async () => {
    expect(await faultsWithoutScript(site, codes)).toEqual([]);
  });

  test('sans les polices du site, rien n’est coupé ni écrit par-dessus autre chose, et la hauteur donnée suffit', async () => {
    expect(await faultsWithoutFonts(site, codes)).toEqual([]);
  });

  test.each(['/integrer/combien-de-lieux/', TERRITORY])(
    '%s prend le thème de l’écran, ou celui que son adresse demande',
    async (path) => {
      expect(await themesOf(site, path)).toEqual(THEMES);
    },
  );
});

const WORDPRESS = hosts['WordPress, bac à sable et secret']!;

/** Two by two: a map, a table, flows, a territory's, the tallest, whose table is a link away, and a table that is longer. */
const SHOWN = [
  'carte-des-lieux',
  'enquete-publics',
  'flux-exercices',
  'territoire-1/enquete-publics',
  'enquete-activites',
  'enquete-milieux',
].map((id) => `/demonstration/integrer/${id}/`);

describe('dans la page d’un autre site', () => {
  test('chaque sorte d’hôte donne au cadre la hauteur de ce qu’il montre, au pixel près : au départ, et quand un tableau s’ouvre', async () => {
    expect(await faultsInHosts(site, others, codes, pairUp(hosts, [320, 600, 900], SHOWN))).toEqual([]);
  });

  /** Opens a page of another site that shows some figures. */
  async function visit<T>(
    name: string,
    host: Host,
    look: (page: Page) => Promise<T>,
    { paths = [REGION], width = 600 }: { paths?: readonly string[]; width?: number } = {},
  ): Promise<T> {
    const context = await site.browser.newContext({ viewport: { width, height: 1500 } });
    const page = await context.newPage();
    const figures = paths.map((path) => shownAt(site, codes, path));
    await others.open(page, name, width, host(figures));
    try {
      return await look(page);
    } finally {
      await context.close();
    }
  }

  const onlyFrame = ([figure]: readonly Shown[], attributes: string) =>
    `<iframe src="${figure!.address}" title="" width="100%" height="240" scrolling="no" ${attributes}></iframe>`;

  test('un hôte qui n’écoute rien : la figure défile dans son cadre, rien n’est hors d’atteinte', async () => {
    const last = await visit(
      'sourd',
      (figures) => onlyFrame(figures, ''),
      async (page) => {
        const frame = page.frames()[1]!;
        await frame.waitForSelector('.too-low');
        const link = frame.locator('.last a');
        await link.scrollIntoViewIfNeeded();
        return link.evaluate((each) => each.getBoundingClientRect().bottom);
      },
    );
    expect(last).toBeGreaterThan(0);
    expect(last).toBeLessThanOrEqual(240);
  });

  test.each([REGION, TERRITORY])(
    '%s, dans un bac à sable sans script ni origine, garde ses styles, ses polices et sa source',
    async (path) => {
      const host: Host = (figures) => onlyFrame(figures, 'sandbox=""');
      expect(await visit('bac', host, seenInSandbox, { paths: [path] })).toEqual(IN_SANDBOX);
    },
  );

  test('WordPress coupe à 1 000 px : une figure plus haute défile dans son cadre, jusqu’à son dernier lien', async () => {
    const tall = '/demonstration/integrer/enquete-activites/';
    const seen = await visit(
      'haute',
      WORDPRESS,
      async (page) => {
        const frame = page.frames()[1]!;
        await frame.waitForSelector('.too-low');
        const link = frame.locator('.last a');
        await link.scrollIntoViewIfNeeded();
        return {
          needed: await frame.evaluate(() => document.querySelector('main')!.getBoundingClientRect().height),
          given: await page.evaluate(() => document.querySelector('iframe')!.clientHeight),
          last: await link.evaluate((each) => each.getBoundingClientRect().bottom),
        };
      },
      { paths: [tall], width: 320 },
    );
    expect(seen.needed).toBeGreaterThan(WORDPRESS_MOST + 100);
    expect(seen.given).toBe(WORDPRESS_MOST);
    expect(seen.last).toBeGreaterThan(0);
    expect(seen.last).toBeLessThanOrEqual(WORDPRESS_MOST);
  });

  test('un cadre caché prend sa hauteur quand on le montre', async () => {
    const host: Host = ([figure]) =>
      `<div id="onglet" style="display:none">${figure!.code.replace('loading="lazy"', '')}</div>`;
    const height = await visit('onglet', host, async (page) => {
      await page.waitForTimeout(300);
      await page.evaluate(() => document.getElementById('onglet')!.removeAttribute('style'));
      await page.waitForFunction(() => document.querySelector('iframe')!.style.height !== '');
      const needed = await page
        .frames()[1]!
        .evaluate(() => document.querySelector('main')!.getBoundingClientRect().height);
      return Math.abs(needed - (await page.evaluate(() => document.querySelector('iframe')!.clientHeight)));
    });
    expect(height).toBeLessThanOrEqual(1);
  });

  test('le script du code à copier ne touche qu’aux cadres de ce site, et ne laisse rien dans la page', async () => {
    const host: Host = ([figure]) =>
      `<iframe id="autre" srcdoc="<script>parent.postMessage({'datawrapper-height':{a:777}},'*')</script>" height="99"></iframe>
<script>window.avant = Object.keys(window);</script>${figure!.code.replace('async ', '')}
<script>window.apres = Object.keys(window);</script>`;
    const seen = await visit('script', host, async (page) => {
      await page.waitForFunction(
        () => document.querySelector<HTMLIFrameElement>('#otl-enquete-publics')!.style.height !== '',
      );
      await page.waitForTimeout(200);
      return page.evaluate(() => ({
        other: document.querySelector<HTMLIFrameElement>('#autre')!.style.height,
        // Frames are numbered, and "avant" is this test's.
        left: (window as never as { apres: string[] }).apres.filter(
          (name) => !(window as never as { avant: string[] }).avant.includes(name) && !/^\d+$|^avant$/.test(name),
        ),
      }));
    });
    expect(seen).toEqual({ other: '', left: [] });
  });

  test('dans WordPress, un lien de la figure s’ouvre par la page qui la montre', async () => {
    const asked = await visit('lien', WORDPRESS, async (page) => {
      await page.frames()[1]!.click('.last a');
      return page
        .waitForFunction(() => (window as never as { asked?: string }).asked)
        .then((value) => value.jsonValue());
    });
    expect(asked).toBe(`${site.origin}/demonstration/graphiques/enquete-publics/`);
  });
});
