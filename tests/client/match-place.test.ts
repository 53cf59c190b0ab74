import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countUnknown, foldSearched, matches, type SearchedPlace, type Wanted } from '../../src/client/match-place.ts';

const place = (text: string, codes: SearchedPlace['codes'] = {}): SearchedPlace => ({
  words: foldSearched(text),
  codes,
});
const finds = (text: string, words: string) => matches(place(text), { words, codes: {} });

describe('les mots', () => {
  test.each([
    ['Café de l’Étang', 'CAFE etang'],
    ['Café de l’Étang', "l'etang"],
    ['Café de l’Étang', 'l’Étang'],
    ['Saint-Exemple', 'st exemple'],
    ['St-Exemple', 'saint exemple'],
    ['Sainte-Épreuve', 'ste epreuve'],
    ['Studio A', 'st'],
    ['Le Nœud', 'noeud'],
    ['Lieu A 59000', '590'],
    ['Fab lab', 'LAB fab'],
    ['Commune A1', ''],
    ['Commune A1', '  -  '],
  ])('« %s » est trouvé par « %s »', (text, words) => {
    expect(finds(text, words)).toBe(true);
  });

  test.each([
    ['Café de l’Étang', 'café rivière'],
    ['Commune A1', 'A2'],
    ['Lieu A', 'lieux'],
  ])('« %s » n’est pas trouvé par « %s »', (text, words) => {
    expect(finds(text, words)).toBe(false);
  });

  const letters = fc.string({ unit: fc.constantFrom(..."aàbcçeéèêiïoôuùstSTÉŒœ\u0301-’' 0159.·"), maxLength: 24 });

  test('un lieu est trouvé par ses propres mots, dans n’importe quel ordre, en capitales ou sans accents', () => {
    fc.assert(
      fc.property(letters, fc.integer(), (text, seed) => {
        const words = text.split(/[^\p{L}\p{N}\p{M}]+/u);
        const turned = [...words.slice(seed % (words.length + 1)), ...words.slice(0, seed % (words.length + 1))];
        const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
        expect(finds(text, turned.join(' '))).toBe(true);
        expect(finds(text, text.toUpperCase())).toBe(true);
        expect(finds(text, bare)).toBe(true);
        expect(finds(bare, text)).toBe(true);
      }),
    );
  });
});

describe('les filtres', () => {
  /** Few letters and no "st", which the filter also reads as "saint": the plainest filter then says the same. */
  const text = fc.string({ unit: fc.constantFrom(...'abé- '), maxLength: 8 });
  const codes = fc.subarray(['x', 'y', 'z']);
  const places = fc.array(fc.record({ text, type: codes, cercle: codes }), { maxLength: 12 });
  const asked = fc.record({ words: text, type: fc.constantFrom('', 'x', 'y', 'q'), cercle: fc.constantFrom('', 'z') });
  const plain = (some: string) => some.replaceAll('é', 'e').replaceAll('-', ' ');

  test('gardent les mêmes lieux que le filtre le plus simple', () => {
    fc.assert(
      fc.property(places, asked, (all, { words, type, cercle }) => {
        const wanted: Wanted = { words, codes: { type, cercle } };
        const kept = all.filter((one) => matches(place(one.text, { type: one.type, cercle: one.cercle }), wanted));
        const expected = all.filter(
          (one) =>
            plain(words)
              .split(' ')
              .every((word) => plain(one.text).includes(word)) &&
            (type === '' || one.type.includes(type)) &&
            (cercle === '' || one.cercle.includes(cercle)),
        );
        expect(kept).toEqual(expected);
      }),
    );
  });

  test('disent combien de lieux manquent faute de savoir', () => {
    const all = [place('Lieu A', { type: ['x'] }), place('Lieu B', { type: [] }), place('Atelier', { type: [] })];
    expect(countUnknown(all, { words: 'lieu', codes: { type: 'x' } }, 'type')).toBe(1);
    expect(countUnknown(all, { words: '', codes: { type: 'q' } }, 'type')).toBe(2);
  });
});
