import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinElisions, splitElisions } from '../../src/text/elisions.ts';

test.each([
  ['l’accueil', 'l’\u200aaccueil'],
  ['d’<b class="value">environ</b>', 'd’\u200a<b class="value">environ</b>'],
  ['les années ’ ', 'les années ’ '],
])('« %s » devient deux mots', (html, split) => expect(splitElisions(html)).toBe(split));

test.each([
  ['l’ accueil', 'l’accueil'],
  ['d’ <mark>Ascq.</mark>', 'd’<mark>Ascq.</mark>'],
  ['<mark>l’</mark> <mark>accueil</mark>', '<mark>l’</mark><mark>accueil</mark>'],
])('« %s » redevient un mot', (excerpt, joined) => expect(joinElisions(excerpt)).toBe(joined));

test('rien ne se perd', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('l’', 'accueil', ' ', '.', 'é', '’'), { maxLength: 12 }), (parts) => {
      const text = parts.join('').replace(/’\s+/g, '’');
      expect(joinElisions(splitElisions(text))).toBe(text);
    }),
  );
});
