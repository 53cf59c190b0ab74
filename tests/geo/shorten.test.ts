import { expect, test } from 'vitest';
import { shorten } from '../../src/geo/shorten.ts';
import { thinPath } from '../../src/geo/thin-path.ts';

test('writes steps from point to point, to half a pixel, with no zero before a point', () => {
  expect(shorten('M10,20L12.6,19.5L12.1,20.2Z')).toBe('M10 20l2.5-.5-.5 .5z');
  expect(shorten('M10,20L12.6,19.5L12.1,20.2Z', 1)).toBe('M10 20l3 0-1 0z');
});

test('starts each piece afresh, and skips points that rounding makes one', () => {
  expect(shorten('M0,0L0.2,0L5,0ZM1,1L2,2Z')).toBe('M0 0l5 0zM1 1l1 1z');
});

test('adds up no error: the last point of a long line is where it was', () => {
  const points = Array.from({ length: 500 }, (_, i) => [i * 0.333, i * 0.777] as const);
  const d = shorten(`M${points.map(([x, y]) => `${x},${y}`).join('L')}`);
  const numbers = d.match(/-?\d*\.?\d+/g)!.map(Number);
  const sum = (from: number) => numbers.filter((_, i) => i % 2 === from).reduce((total, step) => total + step, 0);
  expect(sum(0)).toBeCloseTo(499 * 0.333, 0);
  expect(sum(1)).toBeCloseTo(499 * 0.777, 0);
});

test('un tracé perd les points que l’œil ne voit pas, et garde ses bouts et ses anneaux', () => {
  expect(thinPath('M0,0L1,0.1L2,-0.1L3,0', 0.5)).toBe('M0,0L3,0');
  expect(thinPath('M0,0L10,0L10,10L0,10L0.1,5Z', 0.5)).toBe('M0,0L10,0L10,10L0,10Z');
  expect(thinPath('M0,0L4,4L8,0M1,1L2,9', 0.5)).toBe('M0,0L4,4L8,0M1,1L2,9');
});
