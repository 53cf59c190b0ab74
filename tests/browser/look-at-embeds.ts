import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { OpenSite } from './site.ts';

/** Most px that a frame may leave empty under its page. */
const SLACK = 60;

/** An embed by itself, in a browser that runs no script. */
const ALONE = { javaScriptEnabled: false, viewport: { width: 320, height: 100 } } as const;

/** Pages that are looked at together. */
const TOGETHER = 6;

/** The widths of frames for which the codes give a height, px. */
const COUNTED = [600, 900];

/** Codes to copy, by the path of the page that their frame shows. */
export type Codes = ReadonlyMap<string, string>;

/** The codes that built pages give to copy, live or frozen, with paths for whole addresses. */
export function readCodes(pages: readonly string[], address = ''): Codes {
  return new Map(
    pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/<textarea [^>]*>(&lt;iframe[^<]*)</g)].map(
        ([, code]): [string, string] => {
          const html = code!
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replace(/&(quot|#34);/g, '"')
            .replaceAll('&amp;', '&')
            .replaceAll(`"${address}/`, '"/');
          return [/src="([^"]*)"/.exec(html)![1]!, html];
        },
      ),
    ),
  );
}

/** Looks at each thing in a page, several at a time, and gathers what is said of them. */
export async function lookAtAll<T>(
  { browser }: OpenSite,
  things: readonly T[],
  options: BrowserContextOptions,
  look: (page: Page, thing: T) => Promise<readonly string[]>,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<readonly string[]> {
  const context = await browser.newContext(options);
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

/**
 * What is wrong with pages to embed where no script runs: a height that is not what the code gives, but for so many px that
 * are kept for words to come, a text that is cut.
 */
export function faultsWithoutScript(site: OpenSite, codes: Codes, kept = 0): Promise<readonly string[]> {
  return lookAtAll(site, [...codes], ALONE, async (page, [path, code]) => {
    const given = Number(/height="(\d+)"/.exec(code)![1]);
    const said: string[] = [];
    await page.goto(site.origin + path);
    for (const width of [320, ...COUNTED]) {
      await page.setViewportSize({ width, height: 100 });
      const { needed, cut } = await measure(page);
      said.push(...cut.map((text) => `${path} : « ${text} » est coupé à ${width} px`));
      if (!COUNTED.includes(width)) continue;
      const tallest = width === COUNTED[0] ? needed + SLACK + kept : Number.POSITIVE_INFINITY;
      if (!(given >= needed && given <= tallest)) said.push(`${path} : ${given} px donnés, ${needed} px à ${width} px`);
    }
    return said;
  });
}

/** What is cut in pages to embed where neither scripts nor the fonts of the site are let through. */
export function faultsWithoutFonts(site: OpenSite, paths: readonly string[]): Promise<readonly string[]> {
  return lookAtAll(
    site,
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

const LIGHT = { paper: 'rgb(252, 251, 248)', words: 'rgb(29, 27, 26)' };
const DARK = { paper: 'rgb(26, 24, 23)', words: 'rgb(243, 239, 233)' };

/** The colours of an embed where the screen is light, dark, light and the address asks for dark, and the other way round. */
export const THEMES = [LIGHT, DARK, DARK, LIGHT];

/** The colours of the paper and of the title, as the screen and the address ask for them. */
export async function themesOf(site: OpenSite, path: string): Promise<typeof THEMES> {
  const seen: (typeof THEMES)[number][] = [];
  for (const [colorScheme, asked] of [
    ['light', ''],
    ['dark', ''],
    ['light', '?theme=sombre'],
    ['dark', '?theme=clair'],
  ] as const) {
    const options = { colorScheme, viewport: { width: 600, height: 600 } };
    seen.push(
      await site.visit(path + asked, options, (page) =>
        page.evaluate(() => ({
          paper: getComputedStyle(document.documentElement).backgroundColor,
          words: getComputedStyle(document.querySelector('h1')!).color,
        })),
      ),
    );
  }
  return seen;
}

/** What stays of an embed in a frame 600 px wide that may neither run a script nor have an origin: all but its scripts. */
export const IN_SANDBOX = {
  origin: 'null',
  padding: '17px',
  drawings: [true, false],
  source: true,
  fonts: true,
};

/** What is seen of an embed in a frame that may neither run a script nor have an origin. */
export function seenInSandbox(page: Page) {
  const frame = page.frames()[1]!;
  return frame.evaluate(async () => {
    await document.fonts.ready;
    return {
      origin: self.origin,
      padding: getComputedStyle(document.querySelector('main')!).paddingLeft,
      drawings: [...document.querySelectorAll('svg')].map((each) => each.checkVisibility()),
      source: /Sources?\.\s+\S/.test(document.querySelector('.notes')!.textContent),
      fonts: [...document.fonts].some(({ status }) => status === 'loaded'),
    };
  });
}
