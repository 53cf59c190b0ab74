import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { faultsOfAxe } from './axe.ts';
import { openSite } from './site.ts';
import { templatesOf } from './templates.ts';

/** A window of 1,280 px, and what is left of it at 400 %. */
const [WHOLE, ZOOMED] = [1280, 320];

/** Windows of a telephone, of a tablet and of screens, then a sheet of A4 without its margins. */
const [WIDTHS, PAPER] = [[ZOOMED, 768, WHOLE, 1400], 680];

/** Readers may ask for this much between lines, letters and words (WCAG 1.4.12). */
const SPACED =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

const site = openSite();
let page: Page;
const asked: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  page = await (await site.browser.newContext({ reducedMotion: 'reduce' })).newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});

async function lookAt(width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme, forcedColors: 'none' });
}

/** What stands out of the window, or is cut by its own box. */
async function cutTexts(): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said = (element: Element) =>
      `${element.tagName} ${element.className} « ${element.textContent?.trim().slice(0, 40)} »`;
    const width = document.documentElement.clientWidth;
    const scrolls = document.documentElement.scrollWidth > width;
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) =>
        element.getBoundingClientRect().right > width + 1 && !element.closest('obs-scroll, .unseen, svg, textarea'),
    );
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const clips = overflowX === 'hidden' || overflowX === 'clip' || overflowY === 'hidden' || overflowY === 'clip';
      if (!clips || element.closest('.unseen, svg')) return false;
      return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    });
    return [...(scrolls ? ['défilement horizontal', ...wide.slice(0, 3).map(said)] : []), ...cut.slice(0, 3).map(said)];
  });
}

/** The style sheet of a reader: a script may add it where a page may not. */
async function addStyle(css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}

describe.each(templatesOf(inject('dist')))('%s', (path) => {
  test('se lit clair et large, sombre et agrandi quatre fois ; ne demande rien ailleurs, et la console se tait', async () => {
    asked.length = 0;
    complaints.length = 0;
    await lookAt(WHOLE, 'light');
    await page.goto(site.origin + path);
    expect.soft(await faultsOfAxe(page), 'clair').toEqual([]);
    await lookAt(ZOOMED, 'dark');
    expect.soft(await faultsOfAxe(page), 'sombre').toEqual([]);
    expect(complaints).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(site.origin))).toEqual([]);
  });

  test('tient dans un téléphone, une tablette, un écran et une feuille, avec de grandes lettres ou des mots écartés', async () => {
    if (page.url() !== site.origin + path) await page.goto(site.origin + path);
    for (const width of WIDTHS) {
      await lookAt(width, 'light');
      expect.soft(await cutTexts(), `${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: PAPER, height: 800 });
    await page.emulateMedia({ media: 'print' });
    expect.soft(await cutTexts(), 'sur une feuille').toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    await lookAt(WHOLE, 'light');
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '212.5%';
    });
    expect.soft(await cutTexts(), 'lettres à 200 %').toEqual([]);
    await page.evaluate(() => document.documentElement.removeAttribute('style'));
    await addStyle(SPACED);
    for (const width of [WHOLE, ZOOMED]) {
      await lookAt(width, 'light');
      expect.soft(await cutTexts(), `espacé, ${width} px`).toEqual([]);
    }
  });
});
