import { expect, test } from 'vitest';
import { shareInWords } from '../../src/figures/share-in-words.ts';

const lieu = { one: 'lieu', many: 'lieux' };

test.each([
  [56, 'plus d’un lieu sur deux'],
  [50, 'un lieu sur deux'],
  [47, 'près d’un lieu sur deux'],
  [34, 'plus d’un lieu sur trois'],
  [31, 'près d’un lieu sur trois'],
  [27, 'plus d’un lieu sur quatre'],
  [22, 'plus d’un lieu sur cinq'],
  [20, 'un lieu sur cinq'],
  [69, 'plus de deux lieux sur trois'],
  [75, 'trois lieux sur quatre'],
  [8, 'près d’un lieu sur dix'],
])('%d %% is "%s"', (share, text) => {
  expect(shareInWords(share, lieu)?.text).toBe(text);
});

test('never says more than the share, nor less than it, by more than a few points', () => {
  for (let share = 0; share <= 100; share += 0.5) {
    const said = shareInWords(share, lieu);
    if (!said) continue;
    const [, numerator, denominator] = /(un|deux|trois|quatre|neuf) lieux? sur (\w+)/.exec(said.text)!;
    const numbers = { un: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, neuf: 9, dix: 10 } as Record<string, number>;
    const fraction = (numbers[numerator!]! / numbers[denominator!]!) * 100;
    if (said.text.startsWith('plus')) expect(share).toBeGreaterThan(fraction);
    else if (said.text.startsWith('près')) expect(share).toBeLessThan(fraction);
    else expect(Math.abs(share - fraction)).toBeLessThan(0.5);
    expect(Math.abs(share - fraction)).toBeLessThanOrEqual(9);
  }
});

test('keeps the words of the source, or says nothing', () => {
  expect(shareInWords(75, lieu, 'près de')?.text).toBe('près de trois lieux sur quatre');
  expect(shareInWords(50, lieu, 'plus de')?.text).toBe('plus d’un lieu sur deux');
  expect(shareInWords(50, lieu, 'environ')?.text).toBe('environ un lieu sur deux');
  expect(shareInWords(56, lieu, 'près de')).toBeUndefined();
});

test('has no words for shares far from any simple fraction', () => {
  expect(shareInWords(2, lieu)).toBeUndefined();
  expect(shareInWords(100, lieu)).toBeUndefined();
});
