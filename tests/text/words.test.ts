import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/text/date.ts';
import { enumerate } from '../../src/text/list.ts';
import { plural } from '../../src/text/plural.ts';
import { lowerFirst, sentence, upperFirst } from '../../src/text/sentence.ts';

describe('formatDate', () => {
  it.each([
    ['2025-11-06', '6\u00a0novembre\u00a02025'],
    ['2024-01-01', '1er\u00a0janvier\u00a02024'],
    ['2023-10', 'octobre\u00a02023'],
    ['2023', '2023'],
  ])('%s → %s', (date, printed) => {
    expect(formatDate(date)).toBe(printed);
  });

  it.each(['2023-13', '2023-02-32', '2023-00', '06/11/2025', ''])('refuses %s', (date) => {
    expect(() => formatDate(date)).toThrow('Not a date');
  });
});

describe('enumerate', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a et b'],
    [['a', 'b', 'c'], 'a, b et c'],
  ])('%o → %s', (words, joined) => {
    expect(enumerate(words)).toBe(joined);
  });
  it('joins choices too', () => {
    expect(enumerate(['a', 'b'], 'ou')).toBe('a ou b');
  });
});

describe('plural', () => {
  it.each([
    [0, '0\u00a0lieu'],
    [1, '1\u00a0lieu'],
    [1.5, '1,5\u00a0lieu'],
    [-1.5, '−1,5\u00a0lieu'],
    [2, '2\u00a0lieux'],
    [1000, '1\u202f000\u00a0lieux'],
  ])('%d', (count, printed) => {
    expect(plural(count, 'lieu', 'lieux')).toBe(printed);
  });
});

describe('sentence', () => {
  it.each([
    ['données déclaratives', 'Données déclaratives.'],
    ['élan', 'Élan.'],
    ['Combien ?', 'Combien ?'],
    ['« Ensemble »', '« Ensemble ».'],
  ])('%s → %s', (text, said) => {
    expect(sentence(text)).toBe(said);
    expect(sentence(said)).toBe(said);
  });
  it('changes the first letter alone, and leaves acronyms', () => {
    expect(upperFirst('près de la MEL')).toBe('Près de la MEL');
    expect(lowerFirst('Associations Loi 1901')).toBe('associations Loi 1901');
    expect(lowerFirst('SCIC et Scop')).toBe('SCIC et Scop');
  });
});
