import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typo } from '../../src/text/typography.ts';

/** No-break spaces made visible: ~ for U+00A0, _ for U+202F. */
const visible = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_');

describe('typo', () => {
  it.each([
    ['Emplois : deux sources', 'Emplois~: deux sources'],
    ['Lecture: un lieu', 'Lecture~: un lieu'],
    ['Combien sont-ils ? Beaucoup !', 'Combien sont-ils_? Beaucoup_!'],
    ['Vraiment?!', 'Vraiment_?!'],
    ['a ; b', 'a_; b'],
    ["l'atelier d'Élise", 'l’atelier d’Élise'],
    ["aujourd'hui", 'aujourd’hui'],
    ['« Fabriques »', '«~Fabriques~»'],
    ['«Fabriques»', '«~Fabriques~»'],
    ['dit-il «  non  » !', 'dit-il «~non~»_!'],
    ['56%', '56~%'],
    ['56 % des lieux', '56~% des lieux'],
    ['En % des lieux', 'En~% des lieux'],
    ['779 973 €', '779_973~€'],
    ['45 M€ et 780 k€', '45~M€ et 780~k€'],
    ['28 000 m²', '28_000~m²'],
    ['30 000 adhérents', '30_000 adhérents'],
    ['le 6 novembre 2025', 'le 6~novembre~2025'],
    ['1er janvier 2024', '1er~janvier~2024'],
    ['n° 3 et n°4', 'n°~3 et n°~4'],
    ['en 2023, 100 lieux', 'en 2023, 100 lieux'],
    ['59000 Lille, SIRET 35600000000048', '59000 Lille, SIRET 35600000000048'],
    ['2024-2026', '2024-2026'],
    ['à 9:30', 'à 9:30'],
    ['et puis...', 'et puis…'],
    ['voir https://exemple.fr/a?b=1;c=2 : ici', 'voir https://exemple.fr/a?b=1;c=2~: ici'],
    ['écrire à jean.d@exemple.fr !', 'écrire à jean.d@exemple.fr_!'],
    ['la commande `npm run build ; echo "ok?"` suffit', 'la commande `npm run build ; echo "ok?"` suffit'],
    ['Fish &amp; chips', 'Fish &amp; chips'],
    ['', ''],
  ])('%s', (before, after) => {
    expect(visible(typo(before))).toBe(after);
  });

  it('changes nothing the second time', () => {
    const letter = fc.constantFrom(
      ..."aéL0123 9\u00a0\u202f:;!?«»'’%€.,…()-`&/@\n",
      ' 12 000',
      'n°',
      'janvier',
      ' :',
      'https://a.fr',
      ' km',
      '...',
      "l'",
    );
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 24 }), (letters) => {
        const once = typo(letters.join(''));
        expect(typo(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps every digit in its place', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-z .,:;%€?]{0,30}$/), (text) => {
        expect(typo(text).replace(/\D/g, '')).toBe(text.replace(/\D/g, ''));
        for (const run of text.match(/\d+/g) ?? []) expect(typo(text)).toContain(run);
      }),
    );
  });
});
