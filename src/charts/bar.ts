import type { Frame } from '../model/drawing.ts';
import type { PublishedCell } from '../model/table.ts';
import { at, hatch } from './svg.ts';

/** Width in px of the stub that stands for a value not shown. */
export const STUB = 30;

/** Slices of a bar whose end is not exact: widths and gaps in px, fading outwards. */
const SLICES = [
  [2, 5],
  [2, 3],
  [2.5, 1.5],
] as const;
const FADE = SLICES.reduce((sum, [gap, slice]) => sum + gap + slice, 0);

/** Room in px that the open end of a bar takes beyond its value. */
export function overshoot({ precision }: PublishedCell): number {
  return precision === 'plus de' ? FADE : precision === 'environ' ? FADE / 2 : 0;
}

/**
 * A horizontal bar from `x`, `length` px long: whole when exact, ending in thinning slices around ("environ"),
 * beyond ("plus de") or before ("près de") its value, a hatched stub when the cell shows a sign only.
 */
export function drawBar(
  frame: Frame,
  cell: PublishedCell,
  box: { x: number; y: number; length: number; thickness: number; fill: string },
): string {
  const { x, y, length, thickness, fill } = box;
  if (cell.value === null) {
    return `<path fill="${hatch(frame)}" stroke="${frame.palette.grey}" d="${bar(x + 0.5, y + 0.5, STUB - 1, thickness - 1)}"/>`;
  }
  const exact = !cell.precision || cell.precision === 'exact';
  const whole = exact ? length : Math.max(0, length + overshoot(cell) - FADE);
  let d = bar(x, y, Math.max(whole, value(cell) ? 1 : 0), thickness);
  if (!exact) {
    let end = x + whole;
    for (const [gap, slice] of SLICES) {
      d += bar(end + gap, y, slice, thickness);
      end += gap + slice;
    }
  }
  return `<path fill="${fill}" d="${d}"/>`;
}

const value = (cell: PublishedCell): number => cell.value ?? 0;
const bar = (x: number, y: number, width: number, height: number): string =>
  width > 0 ? `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}z` : '';
