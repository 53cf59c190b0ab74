import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dist, pages, read } from './dist.ts';

/** The rules of a page's sheets, in the order in which it links them: what comes last wins. */
function sheetsOf(page: string): readonly string[] {
  return [...read(page).matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(([, file]) =>
    readFileSync(join(dist, file!), 'utf8'),
  );
}

test('les styles du cadre viennent avant ceux des textes, qui les changent', () => {
  const places = pages.map((page) => {
    const sheets = sheetsOf(page);
    const [frame, texts] = ['.skip{', '.opening h1{'].map((rule) => sheets.findIndex((sheet) => sheet.includes(rule)));
    return { page, frame: frame!, texts: texts! };
  });
  const both = places.filter(({ texts }) => texts >= 0);
  expect(both.length).toBeGreaterThan(100);
  expect(both.filter(({ frame, texts }) => frame < 0 || frame >= texts)).toEqual([]);
});

test('la page d’une figure se passe des styles des textes', () => {
  const own = pages.filter((page) => read(page).includes('<div class="single">'));
  expect(own.length).toBeGreaterThan(60);
  expect(own.filter((page) => sheetsOf(page).some((sheet) => sheet.includes('.opening h1{')))).toEqual([]);
});
