import { expect, test } from 'vitest';
import { widthOf } from '../charts/measure-ink.ts';
import { files, read } from '../site/dist.ts';
import { findOverlaps } from './overlaps.ts';
import { openSite } from './site.ts';

const svgs = files.filter((file) => /graphiques\/[^/]+\.svg$/.test(file)).map(read);

const site = openSite();

/** How many times lines of these drawings run out of them or over another, where the browser has letters wider than ours only. */
async function countLost(pictures: readonly string[]): Promise<number> {
  const page = await site.browser.newPage();
  try {
    await page.setContent(`<style>svg, svg * { font-family: monospace !important }</style>${pictures.join('')}`);
    const over = await page.evaluate(findOverlaps);
    const out = await page.evaluate((widths) => {
      const drawn = [...document.querySelectorAll<SVGSVGElement>('body > svg')];
      return drawn.flatMap((svg, index) => {
        const edge = svg.getBoundingClientRect().left + widths[index]!;
        const lines = [...svg.querySelectorAll('text:not([aria-hidden])')];
        return lines.filter((line) => line.getBoundingClientRect().right > edge + 1);
      }).length;
    }, pictures.map(widthOf));
    return over.length + out;
  } finally {
    await page.close();
  }
}

test('une image vectorielle reste juste dans un navigateur qui n’a pas nos lettres', async () => {
  expect(svgs.length).toBeGreaterThan(60);
  expect(await countLost(svgs)).toBe(0);
});

test('sans la largeur que dit chaque ligne, des lignes se perdraient', async () => {
  expect(await countLost(svgs.map((svg) => svg.replace(/ textLength="[^"]*"/g, '')))).toBeGreaterThan(100);
});
