import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemes } from '../../src/charts/palette.ts';
import { type CoverWords, drawCover, MARGIN } from '../../src/components/edition/cover.ts';
import { COVER } from '../../src/components/edition/cover-wall.ts';
import { measure } from '../../src/text/measure.ts';
import { typo } from '../../src/text/typography.ts';

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll(/[\u00a0\u202f]/g, ' ');

/** The words of a drawing and where they stand: letters rise three quarters of their size over their line. */
function textsOf(svg: string): readonly (Area & { readonly words: string })[] {
  return [
    ...svg.matchAll(
      /<text x="([\d.]+)" y="([\d.]+)"( text-anchor="end")? font-size="([\d.]+)" font-weight="(\d+)"[^>]*>([^<]*)</g,
    ),
  ].map(([, x, y, end, size, weight, words]) => {
    const width = measure(
      words!.replaceAll('&amp;', '&'),
      Number(size),
      weight === '700' ? 'titre' : weight === '600' ? 600 : 400,
    );
    const left = end ? Number(x) - width : Number(x);
    return {
      words: plain(words!),
      left,
      right: left + width,
      top: Number(y) - 0.75 * Number(size),
      bottom: Number(y) + 0.25 * Number(size),
    };
  });
}

function bricksOf(svg: string): readonly Area[] {
  return [...svg.matchAll(/M(-?[\d.]+) (-?[\d.]+)h([\d.]+)v([\d.]+)h-/g)].map(([, x, y, width, height]) => ({
    left: Number(x),
    right: Number(x) + Number(width),
    top: Number(y),
    bottom: Number(y) + Number(height),
  }));
}

const meet = (a: Area, b: Area) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Words of a language, with its long ones. */
const word = fc.stringMatching(/^[a-zéèàç]{1,14}(-[a-z]{2,6})?$/);
const phrase = (least: number, most: number) =>
  fc
    .array(word, { minLength: 1, maxLength: 40 })
    .map((words) => words.join(' ').slice(0, most).trim())
    .filter((text) => text.length >= least);

const cover: fc.Arbitrary<CoverWords> = fc.record({
  evenement: fc.option(phrase(3, 90)),
  year: fc.constantFrom('2025', '2031', 'N+2'),
  title: phrase(5, 140),
  theme: fc.option(phrase(5, 160)),
  when: fc.constantFrom('6 et 7 novembre 2025', 'du 30 septembre au 2 octobre 2025'),
  where: phrase(3, 100),
  publisher: phrase(5, 60),
});

describe('la couverture d’une édition', () => {
  test('aucun mot ne sort de ses marges, n’est coupé, ni ne touche un autre mot ou une brique', () => {
    fc.assert(
      fc.property(cover, (words) => {
        const svg = drawCover(words, schemes.light);
        const [texts, bricks] = [textsOf(svg), bricksOf(svg)];
        for (const [i, text] of texts.entries()) {
          expect(text.left).toBeGreaterThanOrEqual(MARGIN);
          expect(text.right).toBeLessThanOrEqual(COVER.width - MARGIN + 0.5);
          expect(text.top).toBeGreaterThan(40);
          expect(bricks.filter((brick) => meet(brick, text))).toEqual([]);
          expect(texts.slice(i + 1).filter((other) => meet({ ...text, bottom: text.bottom - 8 }, other))).toEqual([]);
        }
        // A name in two parts may end its line at its hyphen.
        const parts = (text: string) => text.split(/(?<=-)| /);
        const drawn = texts.flatMap((text) => parts(text.words));
        expect(parts(plain(typo(words.title))).filter((part) => !drawn.includes(part))).toEqual([]);
      }),
    );
  });

  test('aucune brique ne flotte : la moitié de chacune au moins repose sur une autre', () => {
    fc.assert(
      fc.property(cover, (words) => {
        const bricks = bricksOf(drawCover(words, schemes.light));
        const floating = bricks.filter(({ left, right, bottom }) => {
          const under = bricks.filter((other) => other.top - bottom === 5 && other.left < right && left < other.right);
          const held = under.reduce((sum, other) => sum + Math.min(right, other.right) - Math.max(left, other.left), 0);
          return bottom < COVER.height && held < (right - left) * 0.4;
        });
        expect(floating).toEqual([]);
      }),
    );
  });

  test('le mur suit de l’année ; les couleurs sont des aplats', () => {
    const words = { year: '2025', title: 'Tenir', publisher: 'Réseau A' };
    const svg = drawCover(words, schemes.light);
    expect(drawCover(words, schemes.light)).toBe(svg);
    expect(drawCover({ ...words, year: '2026' }, schemes.light)).not.toBe(svg);
    expect(svg).not.toMatch(/gradient|opacity|filter|mask|blend/i);
  });
});
