import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeMemo } from '../../src/csv/memo.ts';

/** Cells that differ in one place only, wherever it is: what a key made of ends and length could confuse. */
const alike = fc
  .tuple(
    fc.constantFrom('', 'a', 'abcd', 'abcdefgh', 'abcdefghi', 'x'.repeat(30)),
    fc.nat({ max: 30 }),
    fc.constantFrom('', '0', '1', '\0'),
  )
  .map(([base, at, change]) => base.slice(0, at) + change + base.slice(at + change.length));

test('gives each cell the value of its own bytes, as a Map of texts does', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(alike, fc.string({ maxLength: 12 })), { maxLength: 300 }), (texts) => {
      const cells = texts.map((text) => new TextEncoder().encode(text));
      const bytes = new Uint8Array(cells.reduce((length, cell) => length + cell.length, 0));
      const memo = makeMemo(bytes);
      const known = new Map<string, number>();
      let start = 0;
      for (const [index, cell] of cells.entries()) {
        bytes.set(cell, start);
        const text = texts[index]!;
        const found = memo.find(start, start + cell.length);
        expect(found).toBe(known.get(text));
        if (found === undefined) {
          memo.keep(start, start + cell.length, index);
          known.set(text, index);
        }
        start += cell.length;
      }
    }),
    { numRuns: 300 },
  );
});

test('grows with a column whose cells all differ', () => {
  const text = Array.from({ length: 5000 }, (_, index) => `lieu-${String(index).padStart(5, '0')}`).join('');
  const bytes = new TextEncoder().encode(text);
  const memo = makeMemo(bytes);
  for (let index = 0; index < 5000; index++) memo.keep(index * 10, index * 10 + 10, index);
  expect([0, 4321, 4999].map((index) => memo.find(index * 10, index * 10 + 10))).toEqual([0, 4321, 4999]);
});
