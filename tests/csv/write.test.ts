import { describe, expect, test } from 'vitest';
import { unmask, writeCsv } from '../../src/csv/write.ts';

const cell = (value: string | number | null) => writeCsv([[value]]).slice(1, -2);

test('UTF-8 BOM, `;`, CRLF', () => {
  expect(
    writeCsv([
      ['a', 'b'],
      ['é', 1.5],
    ]),
  ).toBe('\ufeffa;b\r\né;1,5\r\n');
});

describe('cells', () => {
  test.each([
    [null, ''],
    [1234.5, '1234,5'],
    [-2, '-2'],
    [1e-7, '0,0000001'],
    [Number.NaN, ''],
    ['a;b', '"a;b"'],
    ['dit "la Gare"', '"dit ""la Gare"""'],
    ['deux\nlignes', '"deux\nlignes"'],
    ['L’Épi', 'L’Épi'],
  ])('%j', (value, expected) => expect(cell(value)).toBe(expected));

  test.each(["=cmd|' /C calc'!A0", '+1', '-1+1', '@SUM(A1)', '  =1', '\u200b=1', '＝1'])(
    'a spreadsheet will not run %j',
    (value) => expect(cell(value).replace(/^"/, '')).toMatch(/^'/),
  );

  test.each(['-1', '-1,50', '-0.25'])('%j is a number and stays one', (value) => expect(cell(value)).toBe(value));

  test.each(['- Lieu A', '+33', '-5 lieux', "'- Lieu A", "''+3", "'Lieu A", "'=1"])(
    '%j is read back as it was',
    (value) => expect(unmask(cell(value))).toBe(value),
  );

  test('a tab at the start does not hide a formula', () => expect(cell('\t=1')).toBe(`"'\t=1"`));

  test('controls and reading-direction marks are dropped', () => expect(cell('a\u0000\u202eb')).toBe('ab'));

  test('a decimal point on demand', () => expect(writeCsv([[1.5]], { decimal: '.' })).toBe('\ufeff1.5\r\n'));
});
