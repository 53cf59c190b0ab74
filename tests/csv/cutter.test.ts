import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { makeCutter } from '../../src/csv/cutter.ts';

/** Every record of a text, as the cutter cuts it. */
function cut(text: string, delimiter = ';') {
  const cutter = makeCutter(new TextEncoder().encode(text), delimiter);
  const records: { cells: string[]; line: number; fault: string | null }[] = [];
  while (cutter.next()) {
    const cells = Array.from({ length: cutter.width }, (_, cell) => cutter.textOf(cell));
    records.push({ cells, line: cutter.place.line, fault: cutter.fault });
  }
  return records;
}
const cellsOf = (text: string, delimiter?: string) => cut(text, delimiter).map(({ cells }) => cells);

describe('cells', () => {
  test.each([
    ['a;b', [['a', 'b']]],
    [
      'a;\n;b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['\n\n', [[''], ['']]],
    ['a;', [['a', '']]],
    ['"a;b";"c\nd"', [['a;b', 'c\nd']]],
    ['"a ""b"" c"', [['a "b" c']]],
    ['""', [['']]],
    ['"a"  ;b', [['a', 'b']]],
    ['a"b";c', [['a"b"', 'c']]],
    ['a\rb\r\nc\nd', [['a'], ['b'], ['c'], ['d']]],
    ['é;€;😀', [['é', '€', '😀']]],
  ])('%j', (text, expected) => expect(cellsOf(text)).toEqual(expected));

  test('tabs part cells, and do not count as spaces after a quote', () => {
    expect(cellsOf('"a"\t"b"', '\t')).toEqual([['a', 'b']]);
  });

  test('lines count every kind of line end, quoted ones too', () => {
    expect(cut('a\r\n"b\r\nb\rb\nb"\rc\nd').map(({ line }) => line)).toEqual([1, 2, 6, 7]);
  });

  test('quotes that are wrong are told with their record', () => {
    expect(cut('a\n"b"c\nd\n"e\nf').map(({ fault }) => fault)).toEqual([null, 'followed', null, 'unclosed']);
  });

  test('a record can be cut again', () => {
    const cutter = makeCutter(new TextEncoder().encode('a;b\n"c\nd";e\nf;g'), ';');
    cutter.next();
    cutter.next();
    const { place } = cutter;
    while (cutter.next());
    cutter.rewind(place);
    cutter.next();
    expect([cutter.textOf(0), cutter.textOf(1), cutter.textOf(2), cutter.place]).toEqual([
      'c\nd',
      'e',
      '',
      { offset: 4, line: 2, record: 2 },
    ]);
  });
});

test('cuts as papaparse does what papaparse writes', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', '"', ';', 'a\nb', 'a\r\nb', ' ', '";"', ' "a'),
  );
  const records = fc
    .integer({ min: 1, max: 6 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(
      records,
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\n' as const, '\r\n' as const),
      (rows, delimiter, newline) => {
        const text = Papa.unparse(rows, { delimiter, newline });
        fc.pre(text.isWellFormed() && text !== '' && !text.endsWith(newline));
        expect(cellsOf(text, delimiter)).toEqual(Papa.parse<string[]>(text, { delimiter, newline }).data);
      },
    ),
    { numRuns: 1000 },
  );
});
