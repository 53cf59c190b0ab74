import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemes } from '../../src/charts/palette.ts';
import { type CoverWords, drawCover, MARGIN } from '../../src/components/edition/cover.ts';
import { BASE_TOP, COVER } from '../../src/components/edition/cover-wall.ts';
import { measure } from '../../src/text/measure.ts';
import { upperFirst } from '../../src/text/sentence.ts';
import { typo } from '../../src/text/typography.ts';
import { plain } from '../plain.ts';

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Between two bricks. */
const JOINT = 5;

const unescaped = (text: string) => text.replaceAll('&amp;', '&');

/** The words of a drawing and where they stand: letters rise three quarters of their size over their line. */
function textsOf(svg: string): readonly (Area & { readonly words: string })[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)</g)].map(([, attributes, words]) => {
    const said = new Map([...attributes!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
    const [x, y, size] = ['x', 'y', 'font-size'].map((name) => Number(said.get(name))) as [number, number, number];
    const weight = Number(said.get('font-weight')) as 400 | 600 | 700;
    const width = measure(unescaped(words!), size, weight === 700 ? 'titre' : weight);
    const left = said.get('text-anchor') === 'end' ? x - width : x;
    return {
      words: plain(unescaped(words!)),
      left,
      right: left + width,
      top: y - 0.75 * size,
      bottom: y + 0.25 * size,
    };
  });
}

/** Every brick of a drawing, with its paint: whatever a filled path outlines. */
function bricksOf(svg: string): readonly (Area & { readonly fill: string })[] {
  return [...svg.matchAll(/<path fill="([^"]+)" d="([^"]+)"/g)].flatMap(([, fill, outlines]) =>
    outlines!.split(/(?<=z)/).map((outline) => {
      const [x, y, width, height] = outline.match(/-?[\d.]+/g)!.map(Number) as [number, number, number, number];
      return { fill: fill!, left: x, right: x + width, top: y, bottom: y + height };
    }),
  );
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

/** Words, cut where a line may end: a name in two parts may end it at its hyphen. */
const partsOf = (text: string) => text.split(/(?<=-) ?| /).filter(Boolean);

/** What a cover says, in its order. */
function saidBy({ evenement, publisher, year, title, theme, when, where }: CoverWords): readonly string[] {
  const said = [evenement ?? publisher, year, title, theme, when && upperFirst(when), where, evenement && publisher];
  return partsOf(plain(typo(said.filter(Boolean).join(' '))));
}

describe('la couverture d’une édition', () => {
  test('chaque mot y est, entier, dans l’ordre, sans sortir de ses marges ni toucher un autre mot ou une brique', () => {
    fc.assert(
      fc.property(cover, (words) => {
        const svg = drawCover(words, schemes.light);
        const [texts, bricks] = [textsOf(svg), bricksOf(svg)];
        expect(texts.flatMap((text) => partsOf(text.words))).toEqual(saidBy(words));
        for (const [i, text] of texts.entries()) {
          expect(text.left).toBeGreaterThanOrEqual(MARGIN);
          expect(text.right).toBeLessThanOrEqual(COVER.width - MARGIN + 0.5);
          expect(text.top).toBeGreaterThan(40);
          expect(bricks.filter((brick) => meet(brick, text))).toEqual([]);
          expect(texts.slice(i + 1).filter((other) => meet({ ...text, bottom: text.bottom - 8 }, other))).toEqual([]);
        }
      }),
    );
  });

  test('aucune brique ne flotte : à un joint près, la moitié de chacune repose sur d’autres', () => {
    fc.assert(
      fc.property(cover, (words) => {
        const bricks = bricksOf(drawCover(words, schemes.light));
        // Three rows run around the book, each at least eight bricks wide.
        expect(bricks.filter(({ bottom }) => bottom > BASE_TOP).length).toBeGreaterThanOrEqual(3 * 8);
        const floating = bricks.filter(({ left, right, bottom }) => {
          const under = bricks.filter(
            (other) => other.top - bottom === JOINT && other.left < right && left < other.right,
          );
          const held = under.reduce((sum, other) => sum + Math.min(right, other.right) - Math.max(left, other.left), 0);
          return bottom < COVER.height - JOINT && held + JOINT / 2 < (right - left) / 2;
        });
        expect(floating).toEqual([]);
      }),
    );
  });

  const words = { year: '2025', title: 'Tenir', publisher: 'Réseau A' };

  test('le mur suit de l’année, et d’elle seule ; les couleurs sont des aplats', () => {
    const [svg, other] = [drawCover(words, schemes.light), drawCover({ ...words, year: '2026' }, schemes.light)];
    expect(bricksOf(other)).not.toEqual(bricksOf(svg));
    expect(bricksOf(drawCover({ ...words, title: 'Finir' }, schemes.light))).toEqual(bricksOf(svg));
    expect(svg).not.toMatch(/gradient|opacity|filter|mask|blend/i);
  });

  test('fond, mots et briques ont les couleurs que nomme l’édition ; la dernière brique, seule, celle des mots', () => {
    const { light } = schemes;
    const colours = { fond: 'ardoise', texte: 'papier', briques: 'ocre' } as const;
    const svg = drawCover({ ...words, colours }, light);
    const [ground, ink, bricks] = [light.series[3]!, light.paper, light.series[1]!];
    expect(svg).toContain(`<rect width="${COVER.width}" height="${COVER.height}" fill="${ground}"/>`);
    expect([...svg.matchAll(/<g fill="([^"]+)"/g)].map(([, fill]) => fill)).toEqual([ink, ink]);
    const laid = Map.groupBy(bricksOf(svg), ({ fill }) => fill);
    expect(laid.get(ink)).toHaveLength(1);
    expect(laid.get(bricks)!.length).toBeGreaterThan(bricksOf(svg).length / 3);
    expect(Math.min(...bricksOf(svg).map(({ top }) => top))).toBe(laid.get(ink)![0]!.top);
  });
});
