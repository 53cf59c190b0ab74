import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlinePath } from '../../src/charts/outline-path.ts';
import { drawSquares } from '../../src/charts/square-grid.ts';

test('les carrés d’un bloc se suivent sans se couvrir, chacun à sa place, où que le bloc se coupe', () => {
  const any = {
    x: fc.integer({ min: 0, max: 900 }),
    y: fc.integer({ min: 0, max: 900 }),
    width: fc.double({ min: 80, max: 400, noNaN: true }),
    first: fc.integer({ min: 0, max: 100 }),
  };
  fc.assert(
    fc.property(fc.record(any), ({ x, y, width, first }) => {
      const place = { x, y, width, gap: 2 };
      const paths = [drawSquares(0, first, place, 'black'), drawSquares(first, 100 - first, place, 'grey')];
      const corners = paths.flatMap((path) =>
        outlinePath(/ d="([^"]*)"/.exec(path)?.[1] ?? '').map(([corner]) => corner!),
      );
      const step = Math.floor(width) / 10;
      corners.forEach(([left, top], i) => {
        expect(left).toBeCloseTo(x + 1 + (i % 10) * step, 5);
        expect(top).toBeCloseTo(y + 1 + Math.floor(i / 10) * step, 5);
      });
      expect(corners).toHaveLength(100);
      for (const path of paths) expect(path).not.toMatch(/\d{6}/);
    }),
  );
});
