import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, toUtf8 } from '../../src/csv/decode.ts';

const BOM = [0xef, 0xbb, 0xbf];
const utf8 = (text: string) => [...new TextEncoder().encode(text)];
/** Enough of windows-1252 for the words below. */
const windows1252 = (text: string) =>
  [...text].map((character) => ({ '’': 0x92, œ: 0x9c, '€': 0x80 })[character] ?? character.charCodeAt(0));
const read = (...bytes: number[]) => decode(Uint8Array.from(bytes), 'lieux.csv');

describe('decode', () => {
  test('UTF-8, with or without a BOM, says nothing', () => {
    expect(read(...utf8('L’Épi'))).toEqual({ text: 'L’Épi', faults: [] });
    expect(read(...BOM, ...utf8('L’Épi'))).toEqual({ text: 'L’Épi', faults: [] });
  });

  test('windows-1252 is read and told', () => {
    const { text, faults } = read(...windows1252('Une œuvre à l’Épi, 3 €'));
    expect(text).toBe('Une œuvre à l’Épi, 3 €');
    expect(faults).toMatchObject([{ level: 'avertissement', problem: 'encodage windows-1252 : lu quand même' }]);
  });

  test('windows-1252 behind a UTF-8 BOM is read and told', () => {
    const { text, faults } = read(...BOM, ...windows1252('Épi'));
    expect(text).toBe('Épi');
    expect(faults).toMatchObject([
      { level: 'avertissement', problem: 'encodage windows-1252 malgré une marque UTF-8 : lu quand même' },
    ]);
  });

  test('UTF-16 with its BOM is read and told', () => {
    const { text, faults } = read(0xff, 0xfe, 0xc9, 0, 0x70, 0, 0x69, 0);
    expect(text).toBe('Épi');
    expect(faults).toMatchObject([{ level: 'avertissement', problem: 'encodage UTF-16 : lu quand même' }]);
  });

  test('UTF-8 with a foreign line is an error, at that line', () => {
    const { faults } = read(...utf8('nom\nÉpi été\nà côté\n'), ...windows1252('Épi'));
    expect(faults).toMatchObject([{ level: 'erreur', line: 4, expected: 'un fichier entièrement en UTF-8' }]);
  });

  test('UTF-8 written twice is read and told, whichever program did it', () => {
    for (const program of ['windows-1252', 'latin1'] as const) {
      const once = Buffer.from('Épi, l’été à Ñ — 3 €');
      const twice = program === 'latin1' ? once.toString('latin1') : new TextDecoder(program).decode(once);
      const { text, faults } = read(...BOM, ...utf8(twice));
      expect(text).toBe('Épi, l’été à Ñ — 3 €');
      expect(faults).toMatchObject([{ level: 'avertissement', problem: expect.stringContaining('deux fois') }]);
    }
  });

  test('a sound text stays as it is, whatever its signs', () => {
    for (const text of ['ÂGE, Ãlex, château', 'São Tomé Ã', 'Â', '« Ã© »… 🌻'])
      expect(read(...utf8(text))).toEqual({ text, faults: [] });
  });

  test('UTF-8 cut within a letter is told as cut', () => {
    expect(read(...utf8('nom\nÉpi\nété').slice(0, -1)).faults).toMatchObject([
      { level: 'erreur', line: 3, problem: 'fichier coupé : sa dernière lettre n’est pas entière' },
    ]);
  });

  test.each([
    ['un classeur (.xlsx ou .ods)', [0x50, 0x4b, 0x03, 0x04, 1, 2]],
    ['une page web', utf8('\n<!DOCTYPE html>\n<html>')],
    ['un fichier JSON', utf8('[ {"nom": "A"} ]')],
    ['un fichier XML', utf8('<?xml version="1.0"?>')],
    ['un classeur Excel (.xls)', [0xd0, 0xcf, 0x11, 0xe0, 1]],
    ['un PDF', utf8('%PDF-1.7')],
  ])('%s under a .csv name is refused', (name, bytes) => {
    expect(read(...bytes)).toMatchObject({ text: '', faults: [{ level: 'erreur', problem: `c’est ${name}` }] });
  });

  test('null bytes are refused', () => {
    expect(read(97, 0, 98)).toMatchObject({
      text: '',
      faults: [{ level: 'erreur', problem: 'il contient des octets nuls' }],
    });
  });

  test('les octets rendus sont ceux du texte lu, sans qu’il ait fallu le lire : abîmé deux fois ou sain', () => {
    const sign = fc.constantFrom(
      'é',
      'â',
      '€',
      'Ã',
      'Â',
      '\u0080',
      '’',
      'a',
      ';',
      '\n',
      '«\u00a0',
      'ƒ',
      '🌻',
      '\u0000',
    );
    const text = fc.array(fc.oneof({ weight: 9, arbitrary: sign }, fc.string({ unit: 'binary', maxLength: 3 })));
    const written = text.map((signs) => Buffer.from(signs.join('')));
    const any = fc.oneof(
      written,
      written.map((once) => Buffer.from(once.toString('latin1'))),
      written.map((once) => Buffer.from(new TextDecoder('windows-1252').decode(once))),
      fc.uint8Array({ maxLength: 40 }),
    );
    fc.assert(
      fc.property(any, (bytes) => {
        const read = decode(bytes, 'lieux.csv');
        const given = toUtf8(bytes, 'lieux.csv');
        expect([...given.bytes]).toEqual(utf8(read.text));
        expect(given.faults).toEqual(read.faults);
      }),
      { numRuns: 500 },
    );
  });
});
