import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSecrecy, checkSecrecyOfFiles } from '../../src/print/check-secrecy.ts';
import { secretAmounts } from '../../src/secrecy/secret-amounts.ts';
import { formatValue } from '../../src/text/value.ts';

const secrets = {
  secretTexts: new Set(['u042', 'canari-7h3q']),
  secretNumbers: secretAmounts([36_517, 40_000, 123_456.78, 950, 75_310], new Set(['75310€'])),
  contacts: ['equipe@example.org'],
};
const wrongOn = (text: string) => checkSecrecy(['Une page sans rien.', text], secrets).wrong;

describe('le secret dans le texte d’un PDF', () => {
  test.each([
    ['un identifiant', 'Le lieu u042 a répondu.', 'page 2 : texte secret « u042 », dans « Le lieu u042 a répondu. »'],
    [
      'un identifiant coupé en fin de ligne',
      'Le lieu cana-\nri-7h3q a répondu.',
      'page 2 : texte secret « canari-7h3q », dans « Le lieu canari-7h3q a répondu. »',
    ],
    [
      'une adresse',
      'Écrire à lieu.a@example.org ce soir.',
      'page 2 : adresse électronique « lieu.a@example.org », dans « Écrire à lieu.a@example.org ce soir. »',
    ],
    [
      'un téléphone',
      'Appeler le 01 99 00 12 34.',
      'page 2 : téléphone « 01 99 00 12 34 », dans « Appeler le 01 99 00 12 34. »',
    ],
    [
      'un téléphone coupé en fin de ligne',
      'Appeler le 01 99 00 12\n34.',
      'page 2 : téléphone « 01 99 00 1234 », dans « Appeler le 01 99 00 1234. »',
    ],
    [
      'un montant répondu',
      'Il verse 36\u202f517\u00a0€ par an.',
      'page 2 : nombre secret « 36\u202f517\u00a0€ », dans « Il verse 36 517 € par an. »',
    ],
    [
      'un grand montant, sans son unité',
      '123\u202f456,78',
      'page 2 : nombre secret « 123\u202f456,78 », dans « 123 456,78 »',
    ],
  ])('%s se voit, avec sa page', (_, text, wrong) => {
    expect(wrongOn(text)).toEqual([wrong]);
  });

  test.each([
    ['l’adresse de l’équipe', 'Écrire à equipe@example.org.'],
    ['un montant rond, que chacun peut écrire', '40\u202f000\u00a0€ par an'],
    ['un montant publié ailleurs', '75\u202f310\u00a0€ par an'],
    ['un petit montant', 'une entrée à 950\u00a0€'],
    ['une page, une date, une heure', 'Page 117. 12 novembre 3003, 9 h 30, figure 42, 36517.'],
    ['un mot qui contient l’identifiant', 'xu042x'],
    ['l’échelle d’un graphique, nombre sous nombre', 'Lieux\n0\n5\n10\n15\n20\n25\nannées'],
  ])('%s n’est pas un secret', (_, text) => {
    expect(wrongOn(text)).toEqual([]);
  });

  test('un montant secret se voit où qu’il soit dans la page', () => {
    const words = fc.array(fc.constantFrom('lieu', 'année', '12', '3003', '%', '«', '\n'), { maxLength: 20 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = [...before, formatValue(3_651_700, '€'), ...after].join(' ');
        expect(wrongOn(text).some((wrong) => wrong.startsWith('page 2 : nombre secret'))).toBe(true);
      }),
    );
  });

  test('la ligne dit ce qui est lu', () => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    expect(plain(checkSecrecy(['Rien.', 'Rien.'], secrets).found)).toBe('2 pages lues, rien de secret');
    expect(plain(checkSecrecy(['u042'], secrets).found)).toBe('1 page lue, 1 fuite');
    const files = checkSecrecyOfFiles(new Map([['livre.docx', 'Le lieu cana-\nri-7h3q.']]), secrets);
    expect({ ...files, found: plain(files.found) }).toMatchObject({
      found: '1 fichier lu, 1 fuite',
      wrong: ['livre.docx : texte secret « canari-7h3q », dans « Le lieu canari-7h3q. »'],
    });
  });
});
