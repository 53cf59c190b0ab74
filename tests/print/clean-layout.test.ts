import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanLayout, type LaidOutBook } from '../../src/print/edition/clean-layout.ts';
import { openBrowser } from '../../src/print/open-browser.ts';

const STYLE = readFileSync(join(import.meta.dirname, '../../src/print/styles/back-cover.css'), 'utf8');

let browser: Browser;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ browser, close } = await openBrowser());
});
afterAll(() => close());

/** A page as Vivliostyle lays it out: 400 × 500 px, with a margin of 20. */
const sheet = (inside: string, margin = 20) =>
  `<div data-vivliostyle-page-container style="position:relative;width:400px;height:500px"><div data-vivliostyle-page-area-container style="position:absolute;inset:${margin}px">${inside}</div></div>`;
const CHAPTER = '<p class="chapter-number">Chapitre 1</p><h2>Un</h2><p>Des mots.</p>';

/** The back cover of a book, with these words above its foot, each in so large a type. */
const back = (words: readonly string[], size: string) =>
  sheet(
    `<section class="cover-page back-page"><svg aria-hidden="true"></svg><div class="back-cover" style="font-size:5px"><div class="back-head"><p>Nom</p></div><div class="back-main" style="font-size:${size}">${words.map((each) => `<p class="back-text">${each}</p>`).join('')}</div><div class="back-foot"><div><p>Éditeur</p></div></div></div></section>`,
    0,
  );

async function measure(...sheets: readonly string[]): Promise<LaidOutBook> {
  const page = await browser.newPage();
  try {
    await page.setContent(`<!doctype html><style>${STYLE}body{margin:0}p,h2{margin:0}</style>${sheets.join('')}`);
    return await page.evaluate(cleanLayout);
  } finally {
    await page.close();
  }
}

test('un livre mesuré : ses couvertures, ses pages blanches, ses ouvertures, son plus petit texte', async () => {
  const cover = sheet('<div class="cover-page"><svg role="img"><text font-size="40">Titre</text></svg></div>', 0);
  const laid = await measure(cover, sheet(''), sheet(CHAPTER), back(['Un résumé.'], '10px'));
  expect(laid).toEqual({
    ...{ pages: 4, covers: [1, 4], blank: [2], crowned: [], openings: [3], overflowing: [] },
    smallest: { points: 3.75, text: 'Nom' },
  });
});

test('une figure au-dessus d’un chapitre, un mot qui sort de sa page', async () => {
  const long = `<p style="white-space:nowrap">Un mot${'-très'.repeat(60)}-long</p>`;
  const laid = await measure(sheet(`<div class="figure">Une figure</div>${CHAPTER}`), sheet(long));
  expect(laid.crowned).toEqual([1]);
  expect(laid.overflowing).toEqual([{ page: 2, text: `Un mot${'-très'.repeat(60)}`.slice(0, 60) }]);
});

test('une quatrième de couverture dont les mots poussent le pied hors de la page, ou sortent sur le côté', async () => {
  const many = Array.from({ length: 9 }, (_, i) => `Texte ${i + 1}`);
  expect((await measure(back(many, '20px'))).overflowing).toEqual([]);
  expect((await measure(back(many, '40px'))).overflowing).toEqual([{ page: 1, text: 'Éditeur' }]);
  const wide = '<span style="white-space:nowrap">Un texte qui ne se coupe pas du tout</span>';
  expect((await measure(back([wide], '40px'))).overflowing).toEqual([
    { page: 1, text: 'Un texte qui ne se coupe pas du tout' },
  ]);
});
