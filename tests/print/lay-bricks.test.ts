import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, layBricks, layCourses } from '../../src/print/lay-bricks.ts';

const SHEET = { width: 277, height: 330, base: 27, lintel: 5 };
/** Coordinates are sums of fractions of mm. */
const NEARLY = 1e-6;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - NEARLY &&
  b.x < a.x + a.width - NEARLY &&
  a.y < b.y + b.height - NEARLY &&
  b.y < a.y + a.height - NEARLY;

const isInside = (box: Box, { width, height }: { width: number; height: number }): boolean =>
  box.x >= -NEARLY && box.y >= -NEARLY && box.x + box.width <= width + NEARLY && box.y + box.height <= height + NEARLY;

describe('le mur', () => {
  test('quel que soit le nombre de lieux : autant de briques, entières, égales, hors de l’ouverture', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1500 }), (count) => {
        const { bricks, opening } = layBricks({ ...SHEET, count });
        expect(bricks).toHaveLength(count);
        expect(new Set(bricks.map(({ width, height }) => `${width.toFixed(4)} ${height.toFixed(4)}`)).size).toBe(1);
        expect(bricks.filter((brick) => !isInside(brick, SHEET))).toEqual([]);
        expect(bricks.filter((brick) => overlap(brick, opening))).toEqual([]);
        expect(isInside(opening, SHEET)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('les briques ne se recouvrent pas, et chaque assise décale la précédente d’une demi-brique', () => {
    const { bricks } = layBricks({ ...SHEET, count: 300 });
    expect(bricks.filter((a, i) => bricks.some((b, j) => i < j && overlap(a, b)))).toEqual([]);
    const lengths = bricks.filter(({ y }) => Math.abs(y - bricks[0]!.y) < NEARLY).map(({ x }) => x);
    const second = bricks.find(({ y }) => y < bricks[0]!.y - NEARLY)!;
    expect(second.x - lengths[0]!).toBeCloseTo((lengths[1]! - lengths[0]!) / 2, 4);
  });

  test('il laisse aux figures l’essentiel de la feuille', () => {
    for (const count of [80, 120, 200, 300, 600]) {
      const { opening } = layBricks({ ...SHEET, count });
      expect({ count, room: (opening.width * opening.height) / (SHEET.width * SHEET.height) > 0.5 }).toEqual({
        count,
        room: true,
      });
    }
  });

  test('sans lieu, pas de brique', () => {
    expect(layBricks({ ...SHEET, count: 0 }).bricks).toEqual([]);
    expect(layCourses({ width: 180, height: 22, count: 0 })).toEqual([]);
  });

  test('au pied d’une couverture, toutes les briques tiennent dans leur bande', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
        const bricks = layCourses({ width: 180, height: 22, count });
        expect(bricks).toHaveLength(count);
        expect(bricks.filter((brick) => !isInside(brick, { width: 180, height: 22 }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
