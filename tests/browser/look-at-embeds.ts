import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { findOverlaps } from './overlaps.ts';
import type { OpenSite } from './site.ts';

/** Most px that a frame may leave empty under its page. */
const SLACK = 60;

/** An embed by itself, in a browser that runs no script. */
const ALONE = { javaScriptEnabled: false, viewport: { width: 320, height: 100 } } as const;

/** The families that the site serves: of titles, and of all else. */
const OWN_FONTS = ['Bricolage Grotesque', 'Source Sans 3'];

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
 * are kept for words to come, a text that is cut, or written over another.
 */
export function faultsWithoutScript(site: OpenSite, codes: Codes, kept = 0): Promise<readonly string[]> {
  return lookAtAll(site, [...codes], ALONE, (page, coded) =>
    faultsOfEmbed(page, site, coded, { kept, lettered: true }),
  );
}

/** The same where neither scripts nor the fonts of the site are let through. */
export function faultsWithoutFonts(site: OpenSite, codes: Codes, kept = 0): Promise<readonly string[]> {
  return lookAtAll(
    site,
    [...codes],
    ALONE,
    (page, coded) => faultsOfEmbed(page, site, coded, { kept, lettered: false }),
    (page) => page.route('**/*.woff2', (route) => route.abort()),
  );
}

/** What is wrong with one page to embed, whether or not its letters are those of the site. */
async function faultsOfEmbed(
  page: Page,
  { origin }: OpenSite,
  [path, code]: readonly [string, string],
  { kept, lettered }: { readonly kept: number; readonly lettered: boolean },
): Promise<readonly string[]> {
  const given = Number(/height="(\d+)"/.exec(code)![1]);
  const said: string[] = [];
  await page.goto(origin + path);
  for (const width of [320, ...COUNTED]) {
    await page.setViewportSize({ width, height: 100 });
    const { needed, cut } = await measure(page);
    const over = await page.evaluate(findOverlaps);
    said.push(
      ...cut.map((text) => `${path} : « ${text} » est coupé à ${width} px`),
      ...over.map((texts) => `${path} : « ${texts} » se couvrent à ${width} px`),
    );
    if (!COUNTED.includes(width)) continue;
    const tallest = width === COUNTED[0] ? needed + SLACK + kept : Number.POSITIVE_INFINITY;
    if (!(given >= needed && given <= tallest)) said.push(`${path} : ${given} px donnés, ${needed} px à ${width} px`);
  }
  const loaded = await page.evaluate(loadedFonts);
  if (loaded.length !== (lettered ? OWN_FONTS.length : 0)) said.push(`${path} : polices chargées : ${loaded}`);
  return said;
}

/** The fonts of this site that a page has loaded; fonts of the reader's machine, which stand for them, do not count. */
function loadedFonts(): readonly string[] {
  return [...document.fonts]
    .filter(({ status }) => status === 'loaded')
    .map(({ family }) => family.replaceAll('"', ''))
    .filter((family) => !/ (?:fallback|wide)$/.test(family))
    .sort();
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

/** What stays of an embed in a frame that may neither run a script nor have an origin, 600 px wide then 320: all but its scripts. */
export const IN_SANDBOX = {
  origin: 'null',
  padding: '17px',
  drawings: { wide: [true, false], narrow: [false, true] },
  source: true,
  fonts: OWN_FONTS,
};

/** What is seen of an embed in a frame that may neither run a script nor have an origin. */
export async function seenInSandbox(page: Page): Promise<typeof IN_SANDBOX> {
  const frame = page.frames()[1]!;
  const drawings = () =>
    frame.evaluate(() => [...document.querySelectorAll('svg')].map((each) => each.checkVisibility()));
  const seen = await frame.evaluate(async () => {
    await document.fonts.ready;
    return {
      origin: self.origin,
      padding: getComputedStyle(document.querySelector('main')!).paddingLeft,
      source: /Sources?\.\s+\S/.test(document.querySelector('.notes')!.textContent),
    };
  });
  const [fonts, wide] = [await frame.evaluate(loadedFonts), await drawings()];
  await page.evaluate(() => {
    document.querySelector('iframe')!.style.width = '320px';
  });
  await frame.waitForFunction(() => innerWidth === 320);
  return { ...seen, fonts: [...fonts], drawings: { wide, narrow: await drawings() } };
}
