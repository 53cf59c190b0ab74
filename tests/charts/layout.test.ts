import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps, placeLabels, seatsAround } from '../../src/charts/place.ts';
import { separate } from '../../src/charts/separate.ts';
import { spread } from '../../src/charts/spread.ts';
import { seatInTiers } from '../../src/charts/tiers.ts';

describe('spread', () => {
  const boxes = fc.array(
    fc.record({ wish: fc.integer({ min: -50, max: 550 }), length: fc.integer({ min: 1, max: 40 }) }),
    { minLength: 1, maxLength: 10 },
  );

  it('keeps order, gaps and bounds, whatever is wished', () => {
    fc.assert(
      fc.property(boxes, (given) => {
        const lengths = given.map(({ length }) => length);
        const starts = spread(
          given.map(({ wish }) => wish),
          lengths,
          0,
          500,
          4,
        );
        starts.forEach((start, i) => {
          expect(start).toBeGreaterThanOrEqual(-1e-6);
          expect(start + lengths[i]!).toBeLessThanOrEqual(500 + 1e-6);
          if (i > 0) expect(start - starts[i - 1]! - lengths[i - 1]!).toBeGreaterThanOrEqual(4 - 1e-6);
        });
      }),
    );
  });

  it('moves nothing that stands well, and shares the move of two that meet', () => {
    expect(spread([10, 100], [20, 20], 0, 200)).toEqual([10, 100]);
    expect(spread([50, 50], [20, 20], 0, 200)).toEqual([40, 60]);
  });
});

describe('placeLabels', () => {
  it('never lets a label touch another, an obstacle or the edge; the first comes first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })), { maxLength: 25 }),
        (points) => {
          const obstacles = points.map(([x, y]) => ({ x: x - 3, y: y - 3, width: 6, height: 6 }));
          const seats = placeLabels(
            points.map(([x, y]) => ({ seats: seatsAround(x, y, 60, 14, 6) })),
            obstacles,
            { x: 0, y: 0, width: 300, height: 300 },
          );
          const placed = seats.filter((seat) => seat !== undefined);
          placed.forEach((seat, i) => {
            expect([...obstacles, ...placed.slice(i + 1)].some((box) => overlaps(seat, box))).toBe(false);
            expect(seat.x >= 0 && seat.y >= 0 && seat.x + seat.width <= 300 && seat.y + seat.height <= 300).toBe(true);
          });
        },
      ),
    );
  });
});

describe('separate', () => {
  it('moves discs apart, always to the same place, and says how many moved', () => {
    const pile = () => Array.from({ length: 60 }, (_, i) => ({ r: 4 + (i % 3), x: 150, y: 150 }));
    const [first, second] = [pile(), pile()];
    expect(separate(first, { width: 300, height: 300 }, 1)).toBe(59);
    separate(second, { width: 300, height: 300 }, 1);
    expect(second).toEqual(first);
    first.forEach((a, i) => {
      for (const b of first.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.r + b.r + 1 - 1e-6);
    });
  });

  it('leaves alone what does not overlap', () => {
    const discs = [
      { r: 5, x: 20, y: 20 },
      { r: 5, x: 60, y: 20 },
    ];
    expect(separate(discs, { width: 100, height: 100 }, 1)).toBe(0);
    expect(discs[1]).toEqual({ r: 5, x: 60, y: 20 });
  });
});

describe('seatInTiers', () => {
  const label = (text: string) => [{ text, size: 13, weight: 600 as const }];

  it('keeps to one line where all fit', () => {
    const seats = seatInTiers([60, 170, 280], 340, ['Culture', 'Fablab', 'Formation'].map(label))!;
    expect(seats.map(({ tier }) => tier)).toEqual([0, 0, 0]);
  });

  it('takes further lines where they do not, without a leader over a label', () => {
    const points = [30, 80, 130, 180, 230, 280, 320];
    const names = ['Subventions publiques', 'Ventes', 'Locations', 'Accompagnement', 'Adhésions', 'Mécénat', 'Autres'];
    const seats = seatInTiers(points, 340, names.map(label))!;
    expect(Math.max(...seats.map(({ tier }) => tier))).toBeGreaterThan(0);
    seats.forEach((near, i) => {
      expect(near.x - near.width / 2).toBeGreaterThanOrEqual(-1e-6);
      expect(near.x + near.width / 2).toBeLessThanOrEqual(340 + 1e-6);
      seats.forEach((far, j) => {
        if (far.tier > near.tier) expect(Math.abs(points[j]! - near.x)).toBeGreaterThanOrEqual(near.width / 2);
        if (i !== j && far.tier === near.tier)
          expect(Math.abs(far.x - near.x)).toBeGreaterThanOrEqual((far.width + near.width) / 2);
      });
    });
  });

  it('gives up rather than break a word', () => {
    expect(
      seatInTiers([10, 20, 30], 60, ['Accompagnement', 'Accompagnement', 'Accompagnement'].map(label)),
    ).toBeUndefined();
  });
});
