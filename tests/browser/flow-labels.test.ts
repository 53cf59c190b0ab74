import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flowDifference } from '../../src/charts/flow-difference.ts';
import { cssTokens, pagePalette } from '../../src/charts/palette.ts';
import { sankey } from '../../src/charts/sankey.ts';
import { sankeyYears } from '../../src/charts/sankey-years.ts';
import { NARROW, WIDE } from '../../src/components/drawing-widths.ts';
import type { Drawing, Frame } from '../../src/model/drawing.ts';
import { openBrowser } from '../../src/print/open-browser.ts';
import { flowOfSize, flowOptions } from '../charts/flow-examples.ts';

const require = createRequire(import.meta.url);
const exercices = ['Exercice N', 'Exercice N+2'];

const drawings: Record<string, (count: number, frame: Frame) => Drawing> = {
  'un exercice': (count, frame) => sankey(flowOfSize(count), flowOptions, frame),
  'deux exercices': (count, frame) => sankeyYears(flowOfSize(count, { exercices }), flowOptions, frame),
  'la différence': (count, frame) => flowDifference(flowOfSize(count, { exercices }), flowOptions, frame),
};

let page: Page;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const { browser, close } = await openBrowser();
  closers.push(close);
  page = await browser.newPage();
});

afterAll(async () => {
  for (const close of closers) await close();
});

/** The fonts that widths are measured with. */
function fontFaces(): string {
  const files = [
    [400, '400Regular/SourceSans3_400Regular'],
    [600, '600SemiBold/SourceSans3_600SemiBold'],
    [700, '700Bold/SourceSans3_700Bold'],
  ] as const;
  return files
    .map(([weight, file]) => {
      const bytes = readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${file}.ttf`));
      return `@font-face{font-family:"Source Sans 3";font-weight:${weight};src:url(data:font/ttf;base64,${bytes.toString('base64')})}`;
    })
    .join('');
}

/** A figure as a page holds it: both drawings, of which the style sheet shows one. */
function pageOf(draw: (frame: Frame) => Drawing): string {
  const drawn = (name: string, width: number) =>
    `<div class="drawing-${name}">${draw({ id: name, width, medium: 'page', palette: pagePalette, demonstration: false }).svg}</div>`;
  const style = readFileSync(join(import.meta.dirname, '../../src/styles/figure.css'), 'utf8');
  return `<!doctype html><meta charset="utf-8"><style>${fontFaces()}${cssTokens(false)}${style}
body{margin:0 12px;font-family:"Source Sans 3";background:var(--paper);color:var(--ink)}</style>
<div class="figure"><obs-chart>${drawn('wide', WIDE)}${drawn('narrow', NARROW)}</obs-chart></div>`;
}

/** Lines of text that stand on each other or leave their drawing, as the browser sets them; and how many there are. */
async function measureLabels(): Promise<{ count: number; wrong: string[] }> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('svg.chart')].filter((svg) => svg.getBoundingClientRect().width > 0);
    const wrong: string[] = [];
    let count = 0;
    for (const svg of shown) {
      const frame = svg.getBoundingClientRect();
      const lines = [...svg.querySelectorAll('text')].flatMap((text) => {
        const spans = [...text.querySelectorAll('tspan')];
        return (spans.length > 0 ? spans : [text]).map((line) => {
          // The space between two lines is not seen.
          const said = line.textContent ?? '';
          const range = document.createRange();
          range.setStart(line.firstChild as Node, said.length - said.trimStart().length);
          range.setEnd(line.firstChild as Node, said.trimEnd().length);
          const box = range.getBoundingClientRect();
          // A font's box is taller than its letters: lines of one label touch.
          const spare = box.height * 0.12;
          return { said, left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare };
        });
      });
      count += lines.length;
      lines.forEach((a, i) => {
        if (
          a.left < frame.left - 1 ||
          a.right > frame.right + 1 ||
          a.top < frame.top - 1 ||
          a.bottom > frame.bottom + 1
        )
          wrong.push(`hors du cadre : ${a.said}`);
        for (const b of lines.slice(i + 1)) {
          if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
            wrong.push(`${a.said} / ${b.said}`);
        }
      });
      if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
        wrong.push('défilement horizontal');
    }
    return { count, wrong };
  });
}

describe.each(Object.entries(drawings))('%s', (_, draw) => {
  test.each([5, 20, 60])('%i nœuds : aucun nom sur un autre ni hors du cadre, à l’écran et sur A4', async (count) => {
    await page.emulateMedia({ media: 'screen' });
    await page.setContent(pageOf((frame) => draw(count, frame)));
    for (const width of [320, 480, 768, 1200]) {
      await page.setViewportSize({ width, height: 800 });
      const { count: lines, wrong } = await measureLabels();
      expect(wrong, `${width} px`).toEqual([]);
      expect(lines).toBeGreaterThan(2 * count);
    }
    await page.emulateMedia({ media: 'print' });
    // A4 inside margins of 15 mm, at 96 px an inch.
    await page.setViewportSize({ width: 680, height: 1010 });
    expect((await measureLabels()).wrong, 'A4').toEqual([]);
  });
});

test('les trames ne se voient qu’à l’impression', async () => {
  await page.setViewportSize({ width: 768, height: 800 });
  await page.setContent(pageOf((frame) => sankey(flowOfSize(20), flowOptions, frame)));
  const weave = () =>
    page.evaluate(
      () => getComputedStyle(document.querySelector('.drawing-wide pattern[id^="wide-t"] path') as Element).stroke,
    );
  await page.emulateMedia({ media: 'screen' });
  expect(await weave()).toBe('rgba(0, 0, 0, 0)');
  await page.emulateMedia({ media: 'print' });
  expect(await weave()).toBe('rgb(255, 255, 255)');
});
