import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Codes, lookAtAll } from '../look-at-embeds.ts';
import type { OpenSite } from '../site.ts';
import { type Host, hostPage, type Shown, WORDPRESS_MOST } from './host-pages.ts';

/** Pages of other sites, under another origin than ours. */
interface OpenHosts {
  /** Opens the page of a host whose column is so many px wide. */
  open(page: Page, name: string, width: number, inside: string): Promise<void>;
}

/** Serves pages of other sites from the first test of the calling file or group to its last. */
export function openHosts(): OpenHosts {
  const pages = new Map<string, string>();
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer(({ url }, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(pages.get(url ?? '') ?? '<p>rien</p>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  return {
    async open(page, name, width, inside) {
      const path = `/${encodeURIComponent(name)}`;
      pages.set(path, hostPage(width, inside));
      await page.goto(origin + path);
    },
  };
}

/** What a host shows of the page to embed at a path: its address and its code, under the origin of these tests. */
export function shownAt(site: OpenSite, codes: Codes, path: string): Shown {
  const code = codes.get(path);
  if (!code) throw new Error(`No code shows ${path}`);
  const id = path.split('integrer/')[1]!.replaceAll('/', '-').slice(0, -1);
  return { id, address: site.origin + path, code: code.replaceAll(/(src|href)="\//g, `$1="${site.origin}/`) };
}

/** A host whose column is so many px wide, and the paths of the pages that it shows. */
export interface Case {
  readonly name: string;
  readonly host: Host;
  readonly width: number;
  readonly paths: readonly string[];
}

/** How much narrower a column becomes, as on a telephone that is turned, px. */
const NARROWED = 100;

/**
 * Where a host does not give each frame the height of what it shows, to a pixel: at first, once tables are open, once they
 * are shut again, and once its column is narrower; or where we speak of heights that do not change.
 */
export function faultsInHosts(
  site: OpenSite,
  others: OpenHosts,
  codes: Codes,
  cases: readonly Case[],
): Promise<readonly string[]> {
  const options = { viewport: { width: 1000, height: 2000 } };
  return lookAtAll(site, cases, options, async (page, { name, host, width, paths }) => {
    const most = name.startsWith('WordPress') ? WORDPRESS_MOST : Number.POSITIVE_INFINITY;
    const figures = paths.map((path) => shownAt(site, codes, path));
    await others.open(page, `${name} ${width}`, width, host(figures));
    const wrong = async (when: string) =>
      (await wrongHeights(page, paths.length, most)).map((what) => `${name}, ${width} px, ${when} : ${what}`);
    const click = async () => {
      let tables = 0;
      for (const frame of page.frames().slice(1)) {
        for (const table of await frame.locator('summary').all()) {
          await table.click();
          tables++;
        }
      }
      return tables;
    };
    const said = await wrong('au départ');
    const tables = await click();
    said.push(...(await wrong('tableaux ouverts')));
    await click();
    said.push(...(await wrong('tableaux refermés')));
    await page.evaluate((less) => {
      const column = document.querySelector('main')!;
      column.style.width = `${column.clientWidth - less}px`;
    }, NARROWED);
    said.push(...(await wrong(`colonne de ${NARROWED} px de moins`)));
    const count = () => page.evaluate(() => (window as never as { said: number }).said);
    const before = await count();
    await page.waitForTimeout(250);
    const later = (await count()) - before;
    return [
      ...said,
      ...(tables === 0 ? [`${name}, ${width} px : aucun tableau à ouvrir`] : []),
      ...(later > 0 ? [`${name}, ${width} px : ${later} messages de plus sans que rien ne change`] : []),
    ];
  });
}

/** Waits until each frame has the height of what it shows, to a pixel and no more than `most`; says where it never has. */
async function wrongHeights(page: Page, count: number, most: number): Promise<readonly string[]> {
  const frames = async () =>
    Promise.all(
      page
        .frames()
        .filter((frame) => frame !== page.mainFrame())
        .map(async (frame) => {
          const element = await frame.frameElement();
          const given = await element.evaluate((each) => (each as HTMLIFrameElement).clientHeight);
          // Not as its script measures it: where one more line would begin.
          const needed = await frame.evaluate(() => {
            const main = document.querySelector('main');
            if (!main) return 0;
            const line = main.appendChild(document.createElement('div'));
            const begins = line.getBoundingClientRect().top - document.documentElement.getBoundingClientRect().top;
            line.remove();
            return Math.ceil(begins + Number.parseFloat(getComputedStyle(main).paddingBottom));
          });
          return { path: new URL(frame.url()).pathname, given, needed };
        }),
    );
  let seen: Awaited<ReturnType<typeof frames>> = [];
  for (let turn = 0; turn < 40; turn++) {
    seen = await frames();
    const right = seen.filter(({ given, needed }) => needed > 200 && Math.abs(given - Math.min(needed, most)) <= 1);
    if (right.length === count) return [];
    await page.waitForTimeout(100);
  }
  return seen.map(({ path, given, needed }) => `${path}, ${given} px donnés, ${needed} px`);
}

/** Hosts at one of three widths each, or at all of them, with so many of the pages: each host shows all, two by two. */
export function pairUp(hosts: Readonly<Record<string, Host>>, widths: readonly number[], paths: readonly string[]) {
  return Object.entries(hosts).flatMap(([name, host], at) =>
    widths.map((width, turn): Case => {
      const first = (2 * (turn + at)) % paths.length;
      return { name, host, width, paths: [paths[first]!, paths[(first + 1) % paths.length]!] };
    }),
  );
}
