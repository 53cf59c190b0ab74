import { at } from './svg.ts';

/** Squares along a side of a block of a hundred. */
export const SIDE = 10;

interface GridPlace {
  /** The block's corner, px. */
  readonly x: number;
  readonly y: number;
  /** The block's side, px. */
  readonly width: number;
  /** What two neighbouring squares leave between them, px. */
  readonly gap: number;
}

/**
 * One path for `count` squares of a block of a hundred, line by line, after the first `from`. Each is said from the one
 * before, in words that are the same all along a line: a page compresses them to almost nothing.
 */
export function drawSquares(
  from: number,
  count: number,
  { x, y, width, gap }: GridPlace,
  fill: string,
  stroke?: string,
): string {
  if (count === 0) return '';
  const step = Math.floor(width) / SIDE;
  const side = at(step - gap);
  const square = `h${side}v${side}h-${side}z`;
  const first = `M${at(x + (from % SIDE) * step + gap / 2)} ${at(y + Math.floor(from / SIDE) * step + gap / 2)}${square}`;
  const next = Array.from({ length: count - 1 }, (_, i) =>
    (from + i + 1) % SIDE === 0 ? `m${at((1 - SIDE) * step)} ${at(step)}${square}` : `m${at(step)} 0${square}`,
  );
  return `<path fill="${fill}"${stroke ? ` stroke="${stroke}"` : ''} d="${first}${next.join('')}"/>`;
}
