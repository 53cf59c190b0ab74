import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Host, hostPage, hosts, type Shown, WORDPRESS_MOST } from './hosts/host-pages.ts';
import { openSite } from './site.ts';

/** Most px that a frame may leave empty under its page. */
const SLACK = 60;

/** An embed by itself, in a browser that runs no script. */
const ALONE = { javaScriptEnabled: false, viewport: { width: 320, height: 100 } } as const;

/** Pages that are looked at together. */
const TOGETHER = 6;

const dist = inject('dist');
const site = openSite();

/** Pages of other sites by path, and the server that has them: another origin than the site's. */
const elsewhere = new Map<string, string>();
let server: Server;
let other: string;

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(elsewhere.get(url ?? '') ?? '<p>rien</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  other = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** The code to copy of each figure, by the path of its page to embed: of the region's, and of a territory's. */
const codes = new Map(
  ['', 'demonstration/'].flatMap((root) =>
    [...pagesIn(`${root}graphiques`), largestOf(pagesIn(`${root}portrait`))].flatMap((page) =>
      [...readFileSync(join(dist, page), 'utf8').matchAll(/<textarea id="(.*?)-code"[^>]*>([^<]*)</g)].map(
        ([, , code]): [string, string] => {
          const html = code!
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replace(/&(quot|#34);/g, '"');
          return [/src="([^"]*)"/.exec(html)![1]!, html.replaceAll('&amp;', '&')];
        },
      ),
    ),
  ),
);

function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(dist, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name, 'index.html'));
}

/** The page of the territory that has most to show. */
function largestOf(pages: readonly string[]): string {
  const sizeOf = (page: string) => statSync(join(dist, page)).size;
  return pages.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]!;
}

/** Looks at each thing in a page, several at a time, and gathers what is said of them. */
async function lookAtAll<T>(
  things: readonly T[],
  options: BrowserContextOptions,
  look: (page: Page, thing: T) => Promise<readonly string[]>,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<readonly string[]> {
  const context = await (site.browser as Browser).newContext(options);
  const left = [...things];
  const said = await Promise.all(
    Array.from({ length: TOGETHER }, async () => {
      const page = await context.newPage();
      await prepare(page);
      const found: string[] = [];
      for (let thing = left.shift(); thing !== undefined; thing = left.shift())
        found.push(...(await look(page, thing)));
      return found;
    }),
  );
  await context.close();
  return said.flat();
}

/** What is seen of an embed alone in its window: its height, and the texts that are not whole in it. */
function measure(page: Page) {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const shown = [...document.querySelectorAll('text, p, h1')].filter((each) => each.checkVisibility());
    const cut = shown.filter((each) => {
      const { left, right } = each.getBoundingClientRect();
      return right > innerWidth + 0.5 || left < -0.5;
    });
    // Where scripts run, its table has a line.
    for (const table of document.querySelectorAll<HTMLElement>('.more')) table.style.display = 'block';
    return {
      needed: Math.ceil(document.querySelector('main')!.getBoundingClientRect().height),
      cut: [
        ...cut.map((each) => each.textContent!.trim().slice(0, 30)),
        ...(document.documentElement.scrollWidth > innerWidth ? ['la page est plus large que son cadre'] : []),
      ],
    };
  });
}

describe('une figure à intégrer, seule dans son cadre', () => {
  const paths = [...codes.keys()];

  test('il y en a, de la région et d’un territoire', () => {
    expect(paths).toContain('/integrer/combien-de-lieux/');
    expect(paths).toContain('/demonstration/integrer/territoire-1/enquete-publics/');
  });

  test('sans script, sa hauteur donnée suffit de 600 à 900 px, et rien n’est coupé à 320 px', async () => {
    const wrong = await lookAtAll(paths, ALONE, async (page, path) => {
      const given = Number(/height="(\d+)"/.exec(codes.get(path)!)![1]);
      const said: string[] = [];
      await page.goto(site.origin + path);
      for (const width of [320, 600, 900]) {
        await page.setViewportSize({ width, height: 100 });
        const { needed, cut } = await measure(page);
        said.push(...cut.map((text) => `${path} : « ${text} » est coupé à ${width} px`));
        const tallest = width === 600 ? needed + SLACK : Number.POSITIVE_INFINITY;
        if (width >= 600 && !(given >= needed && given <= tallest))
          said.push(`${path} : ${given} px donnés, ${needed} px à ${width} px`);
      }
      return said;
    });
    expect(wrong).toEqual([]);
  });

  test('sans les polices du site, rien n’est coupé', async () => {
    const wrong = await lookAtAll(
      paths,
      ALONE,
      async (page, path) => {
        const said: string[] = [];
        await page.goto(site.origin + path);
        for (const width of [320, 600]) {
          await page.setViewportSize({ width, height: 100 });
          said.push(...(await measure(page)).cut.map((text) => `${path} : « ${text} » est coupé à ${width} px`));
        }
        return said;
      },
      (page) => page.route('**/*.woff2', (route) => route.abort()),
    );
    expect(wrong).toEqual([]);
  });

  const paper = (page: Page | Frame) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test('elle prend le thème de l’écran, ou celui que son adresse demande', async () => {
    const seen: string[] = [];
    for (const [colorScheme, asked] of [
      ['light', ''],
      ['dark', ''],
      ['light', '?theme=sombre'],
      ['dark', '?theme=clair'],
    ] as const) {
      const path = `/integrer/combien-de-lieux/${asked}`;
      seen.push(await site.visit(path, { colorScheme, viewport: { width: 600, height: 600 } }, paper));
    }
    const [light, dark] = ['rgb(252, 251, 248)', 'rgb(26, 24, 23)'];
    expect(seen).toEqual([light, dark, dark, light]);
  });
});

/** Figures with a table, and the widest difference between their heights. */
const IDS = ['enquete-publics', 'enquete-milieux'] as const;

function figuresShown(): readonly Shown[] {
  return IDS.map((id) => {
    const path = `/demonstration/integrer/${id}/`;
    const code = codes.get(path)!.replaceAll(/(src|href)="\//g, `$1="${site.origin}/`);
    return { id, address: site.origin + path, code };
  });
}

/** Waits until each frame has the height of what it shows, to a pixel and no more than `most`; says where it never has. */
async function heights(page: Page, most: number): Promise<readonly string[]> {
  const frames = async () =>
    Promise.all(
      page
        .frames()
        .filter((frame) => frame !== page.mainFrame())
        .map(async (frame) => {
          const element = await frame.frameElement();
          const given = await element.evaluate((each) => (each as HTMLIFrameElement).clientHeight);
          const needed = await frame.evaluate(() =>
            Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0),
          );
          return { given, needed };
        }),
    );
  let seen: Awaited<ReturnType<typeof frames>> = [];
  for (let turn = 0; turn < 40; turn++) {
    seen = await frames();
    const right = seen.filter(({ given, needed }) => needed > 200 && Math.abs(given - Math.min(needed, most)) <= 1);
    if (right.length === IDS.length) return [];
    await page.waitForTimeout(100);
  }
  return seen.map(({ given, needed }) => `${given} px donnés, ${needed} px`);
}

describe('dans la page d’un autre site', () => {
  test('chaque sorte d’hôte donne au cadre la hauteur de ce qu’il montre, au pixel près : au départ, et quand un tableau s’ouvre', async () => {
    const cases = Object.entries(hosts).flatMap(([name, host]) =>
      [320, 600, 900].map((width) => ({ name, host, width })),
    );
    const wrong = await lookAtAll(
      cases,
      { viewport: { width: 1000, height: 2000 } },
      async (page, { name, host, width }) => {
        const most = name.startsWith('WordPress') ? WORDPRESS_MOST : Number.POSITIVE_INFINITY;
        await visitHost(page, `${name} ${width}`, host, width);
        const atFirst = await heights(page, most);
        for (const frame of page.frames().slice(1)) await frame.click('summary');
        const opened = await heights(page, most);
        const count = () => page.evaluate(() => (window as never as { said: number }).said);
        const before = await count();
        await page.waitForTimeout(250);
        const later = (await count()) - before;
        return [
          ...[...atFirst, ...opened].map((what) => `${name}, ${width} px : ${what}`),
          ...(later > 0 ? [`${name}, ${width} px : ${later} messages de plus sans que rien ne change`] : []),
        ];
      },
    );
    expect(wrong).toEqual([]);
  });

  /** Opens a page of another site 600 px wide. */
  async function visit<T>(name: string, host: Host, look: (page: Page) => Promise<T>): Promise<T> {
    const context = await site.browser.newContext({ viewport: { width: 600, height: 1500 } });
    const page = await context.newPage();
    await visitHost(page, name, host, 600);
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

  test('dans un bac à sable sans script ni origine, elle garde ses styles et sa source', async () => {
    const seen = await visit(
      'bac',
      (figures) => onlyFrame(figures, 'sandbox=""'),
      async (page) => {
        const frame = page.frames()[1]!;
        await frame.waitForSelector('.figure');
        return frame.evaluate(() => ({
          padding: getComputedStyle(document.querySelector('main')!).paddingLeft,
          drawings: [...document.querySelectorAll('svg')].map((each) => each.checkVisibility()),
          source: document.querySelector('.notes')!.textContent,
        }));
      },
    );
    expect(seen).toMatchObject({ padding: '17px', drawings: [true, false] });
    expect(seen.source).toContain('Source.');
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
    const [name, host] = Object.entries(hosts).at(-1)!;
    const asked = await visit('lien', host, async (page) => {
      expect(name).toMatch(/WordPress/);
      await page.frames()[1]!.click('.last a');
      return page
        .waitForFunction(() => (window as never as { asked?: string }).asked)
        .then((value) => value.jsonValue());
    });
    expect(asked).toBe(`${site.origin}/demonstration/graphiques/enquete-publics/`);
  });
});

async function visitHost(page: Page, name: string, host: Host, width: number): Promise<void> {
  const path = `/${encodeURIComponent(name)}`;
  elsewhere.set(path, hostPage(width, host(figuresShown())));
  await page.goto(other + path);
}
