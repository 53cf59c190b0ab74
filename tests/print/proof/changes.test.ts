import { array, assert, constantFrom, integer, nat, property, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignPages } from '../../../src/print/proof/align-pages.ts';
import { findChanges, isUnchanged, summarize, tellWhere } from '../../../src/print/proof/changes.ts';
import type { PageLook } from '../../../src/print/proof/see-pages.ts';

const pageOf = (text: string, look = text): PageLook => ({ look, substance: look, text });

/** Pages that have no word in common. */
const book = (...names: readonly number[]) => names.map((name) => pageOf(`mot-${name} suite-${name}`));

const numbered = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

const told = (before: readonly PageLook[], now: readonly PageLook[]) => summarize(findChanges(2, before, now));

describe('les pages qui ont changé', () => {
  test('sont dites avec celles qui ont changé de numéro', () => {
    const before = book(...numbered(97));
    const now = [...before.slice(0, 13), ...book(500), ...before.slice(13, 39), ...before.slice(40)];
    now[11] = pageOf('mot-12 suite-12 et une nouvelle phrase');
    now[12] = pageOf('mot-13 suite-13', 'un autre dessin');
    expect(told(before, now)).toEqual([
      'pages modifiées : 12 et 13',
      'page ajoutée : 14',
      'retirée : l’ancienne 40',
      'les pages 15 à 40 étaient les pages 14 à 39',
    ]);
    expect(findChanges(2, before, now).changed.map(tellWhere)).toEqual([
      'page 12 : à partir de « mot-12 suite-12 et une nouvelle phrase »',
      'page 13 : mêmes mots ; un dessin, une image ou la mise en page',
    ]);
  });

  test('une page modifiée qui a changé de numéro dit l’ancien', () => {
    const before = book(1, 2, 3);
    const now = [...book(9), ...before.slice(0, 2), pageOf('mot-3 autre-3')];
    expect(findChanges(1, before, now).changed.map(tellWhere)).toEqual([
      'page 4, avant 3 : à partir de « mot-3 autre-3 »',
    ]);
  });

  test('deux chapitres qui changent de place ne sont pas à relire', () => {
    expect(told(book(1, 2, 3, 4, 5, 6, 7), book(1, 5, 6, 7, 2, 3, 4))).toEqual([
      'les pages 2 à 4 étaient les pages 5 à 7',
      'les pages 5 à 7 étaient les pages 2 à 4',
    ]);
  });

  test('une page qui passe de gauche à droite est la même, ses places seules ont changé', () => {
    const before = [pageOf('a'), { ...pageOf('b'), look: 'à gauche' }];
    const now = [pageOf('a'), pageOf('entre'), { ...pageOf('b'), look: 'à droite' }];
    expect(told(before, now)).toEqual(['page ajoutée : 2', 'la page 3 était la page 2']);
    expect(told(before, [pageOf('a'), { ...pageOf('b'), look: 'ailleurs' }])).toEqual(['page modifiée : 2']);
  });

  test('rien ne change d’un livre à lui-même, quelles que soient ses pages', () => {
    assert(
      property(array(constantFrom('', 'a', 'a b', 'c')), (texts) => {
        const pages = texts.map((text) => pageOf(text));
        expect(isUnchanged(findChanges(1, pages, pages))).toBe(true);
      }),
    );
  });

  test('chaque page a une origine au plus, aucune n’en partage, et une page inchangée n’est pas à relire', () => {
    const texts = array(constantFrom('', 'a', 'a b', 'a b c', 'd e f', 'd e g', 'h'), { maxLength: 12 });
    assert(
      property(texts, texts, (before, now) => {
        const [old, pages] = [before.map((text) => pageOf(text)), now.map((text) => pageOf(text))];
        const aligned = alignPages(old, pages);
        const origins = aligned.flatMap(({ was }) => (was === undefined ? [] : [was]));
        expect(aligned).toHaveLength(now.length);
        expect(new Set(origins).size).toBe(origins.length);
        for (const [j, { was, changed }] of aligned.entries()) {
          expect(changed).toBe(was === undefined || before[was] !== now[j]);
        }
        const { changed, added, removed } = findChanges(1, old, pages);
        expect(added.length + origins.length).toBe(now.length);
        expect(removed.length + origins.length).toBe(before.length);
        expect(changed.length).toBeLessThanOrEqual(origins.length);
      }),
    );
  });

  test('des pages toutes différentes : une page glissée ou ôtée n’importe où est la seule dite', () => {
    assert(
      property(uniqueArray(integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 }), nat(), (names, at) => {
        const place = at % names.length;
        const [all, without] = [book(...names), book(...names.filter((_, i) => i !== place))];
        expect(findChanges(1, without, all)).toMatchObject({ changed: [], added: [place + 1], removed: [] });
        expect(findChanges(1, all, without)).toMatchObject({ changed: [], added: [], removed: [place + 1] });
      }),
    );
  });
});
