import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backWords } from '../../src/print/edition/back-words.ts';
import { coverSheet, spineOf, spineStyle } from '../../src/print/edition/cover-sheet.ts';
import { spineWords } from '../../src/print/edition/spine-words.ts';
import { measure } from '../../src/text/measure.ts';
import { typo } from '../../src/text/typography.ts';

const A5 = { name: 'A5', width: 148, height: 210 };

describe('la couverture pour une presse', () => {
  test.each([
    ['agrafé, sans dos', 36, 110, { width: 0, isStapled: true, holdsWords: false }],
    ['un dos trop étroit pour des mots', 64, 110, { width: 3.5, isStapled: false, holdsWords: false }],
    ['un dos avec ses mots', 96, 110, { width: 5.3, isStapled: false, holdsWords: true }],
    ['un papier qui a de la main', 64, 180, { width: 5.8, isStapled: false, holdsWords: true }],
  ])('%s : %i pages, feuilles de %i millièmes', (_, pages, epaisseur, spine) => {
    expect(spineOf(pages, epaisseur)).toEqual({ ...spine, isAssumed: false });
  });

  test('la feuille porte le dos entre les deux couvertures, et dit où elle se plie', () => {
    expect(coverSheet(A5, 96, 110)).toMatchObject({ paper: { width: 301.3, height: 210 }, folds: [148, 153.3] });
    expect(coverSheet(A5, 24, 110)).toMatchObject({ paper: { width: 296, height: 210 }, folds: [148] });
  });

  test('sous cinq millimètres, rien n’est écrit sur le dos', () => {
    expect(spineStyle(spineOf(64, 110))).toContain('.spine-words{display:none}');
    expect(spineStyle(spineOf(96, 110))).not.toContain('display:none');
  });
});

describe('les mots du dos', () => {
  const words = { evenement: 'Rencontres A', year: '2025', publisher: 'Réseau A' };

  test('qui publie, le titre, l’année, de bas en haut ; moins quand le titre est long', () => {
    const said = (length: number) =>
      spineWords({ ...words, title: 'Tenir : ce que les lieux font à celles et ceux qui les font vivre' }, length)
        .words;
    expect(said(150)).toEqual([
      'Réseau A',
      'Tenir : ce que les lieux font à celles et ceux qui les font vivre',
      '2025',
    ]);
    expect(said(90)).toEqual(['Tenir : ce que les lieux font à celles et ceux qui les font vivre', '2025']);
    expect(said(60)).toEqual(['Tenir', '2025']);
    expect(said(12)).toEqual(['2025']);
  });

  test('tiennent toujours dans sa longueur', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 5, maxLength: 140 }),
        fc.double({ min: 120, max: 280, noNaN: true }),
        (title, length) => {
          const { words: kept, size } = spineWords({ ...words, title }, length);
          const run = kept.reduce((sum, each) => sum + measure(typo(each), size, 'titre'), 0);
          expect(run + 2 * size * (kept.length - 1)).toBeLessThanOrEqual(length);
          expect(size).toBeGreaterThanOrEqual(2.4);
        },
      ),
    );
  });
});

describe('la quatrième de couverture', () => {
  const settings = { reseau: { nom: 'Réseau A', url: 'https://www.example.org/' }, adresse: null, demonstration: true };
  const edition = {
    annee: '3003',
    year: 'N+2',
    title: 'Tenir',
    description: 'Deux jours au Lieu A.',
    dates: { debut: '3003-11-12', fin: '3003-11-13' },
    lieu: 'Lieu A',
    commune: 'Commune A1',
    credits: [{ role: 'Textes', noms: ['Personne A', 'Personne B'] }],
    book: { chapters: ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq'].map((title) => ({ title })) },
  };
  const set = (more: object) => backWords({ ...edition, ...more } as never, settings as never, 148);

  test('dit la rencontre, qui publie, où le lire, la licence, et ce qui est fictif', () => {
    expect(set({}).foot.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
      '12 et 13 novembre 3003, Lieu A, Commune A1',
      'Réseau A',
      'example.org',
      'Textes et images : CC BY-SA 4.0',
      'Démonstration, région fictive',
    ]);
  });

  test('ne garde la place d’un code-barres que pour un ISBN donné', () => {
    expect(set({})).not.toHaveProperty('isbn');
    expect(set({ isbn: '978-2-00-000000-6' }).isbn).toBe('978-2-00-000000-6');
  });

  test('une longue description est plus petite, puis prend la place des chapitres, enfin des crédits', () => {
    const long = (signs: number) => 'Un lieu tient par celles et ceux qui y viennent. '.repeat(Math.ceil(signs / 49));
    const kept = (signs: number) => {
      const { size, chapters, credits } = set({ description: long(signs) });
      return { isSmaller: size < set({}).size, chapters: chapters.length, credits: credits.length };
    };
    expect(kept(100)).toEqual({ isSmaller: false, chapters: 5, credits: 1 });
    expect(kept(600)).toEqual({ isSmaller: true, chapters: 5, credits: 1 });
    expect(kept(900)).toEqual({ isSmaller: true, chapters: 0, credits: 1 });
    expect(kept(1600)).toEqual({ isSmaller: true, chapters: 0, credits: 0 });
  });

  test('quatre chapitres ne font pas une liste', () => {
    expect(set({ book: { chapters: edition.book.chapters.slice(1) } }).chapters).toEqual([]);
  });
});
