import { expect, test } from 'vitest';
import { widthOf } from '../charts/measure-ink.ts';
import { files, read } from '../site/dist.ts';
import { openSite } from './site.ts';

const svgs = files.filter((file) => /graphiques\/[^/]+\.svg$/.test(file)).map(read);

const site = openSite();

/** How many lines of these drawings run out of them or over another, where the browser has letters wider than ours only. */
async function countLost(pictures: readonly string[]): Promise<number> {
  const page = await site.browser.newPage();
  try {
    await page.setContent(`<style>svg, svg * { font-family: monospace !important }</style>${pictures.join('')}`);
    return await page.evaluate((widths) => {
      const drawn = [...document.querySelectorAll<SVGSVGElement>('body > svg')];
      return drawn.flatMap((svg, index) => {
        const lines = [...svg.querySelectorAll<SVGTextElement>('text:not([aria-hidden])')].map((text) => {
          const { left, right, top, height } = text.getBoundingClientRect();
          // The box of a line is taller than its letters.
          const size = Number.parseFloat(getComputedStyle(text).fontSize);
          const middle = top + height / 2;
          return { left, right, top: middle - size * 0.35, bottom: middle + size * 0.35 };
        });
        const edge = svg.getBoundingClientRect().left + widths[index]!;
        return lines.filter(
          (line, at) =>
            line.right > edge + 1 ||
            lines
              .slice(at + 1)
              .some(
                (other) =>
                  Math.min(line.right, other.right) - Math.max(line.left, other.left) > 1 &&
                  Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top) > 1,
              ),
        );
      }).length;
    }, pictures.map(widthOf));
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
