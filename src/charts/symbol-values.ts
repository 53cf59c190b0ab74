import type { Box, Frame } from '../model/drawing.ts';
import type { PublishedCell } from '../model/table.ts';
import type { Unit } from '../model/unit.ts';
import { textOver } from './palette.ts';
import { placeLabels, seatsAround } from './place.ts';
import { printCell } from './rows.ts';
import { drawLine, lineWidth, SIZE } from './svg.ts';

/** A symbol's number: on the disc, or in a seat beside it. */
export interface SymbolValue {
  readonly text: string;
  readonly seat?: Box;
}

interface Disc {
  readonly cell: PublishedCell | undefined;
  readonly r: number;
  readonly fill: string;
  readonly x: number;
  readonly y: number;
}

/** Above this many symbols their numbers are not written. */
const MOST = 40;

const HEIGHT = 17;

/** Where each symbol's number is written: on the disc where it fits, else beside it; none where there is no room. */
export function seatValues(
  symbols: readonly Disc[],
  unit: Unit,
  bounds: { readonly width: number; readonly height: number },
): readonly (SymbolValue | undefined)[] {
  if (symbols.length > MOST) return [];
  const texts = symbols.map(({ cell }) => (cell ? printCell(cell, unit) : ''));
  const widths = texts.map((text) => lineWidth(text, SIZE.label, 700));
  const isInside = ({ cell, r }: Disc, i: number) => cell?.value !== null && widths[i]! + 6 <= 2 * r;
  const seats = placeLabels(
    symbols.map((symbol, i) => ({
      seats:
        texts[i] && !isInside(symbol, i) ? seatsAround(symbol.x, symbol.y, widths[i]! + 2, HEIGHT, symbol.r + 3) : [],
    })),
    symbols.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r })),
    { x: 3, y: 3, width: bounds.width - 6, height: bounds.height - 6 },
  );
  return symbols.map((symbol, i) => {
    const [text, seat] = [texts[i]!, seats[i]];
    if (text && isInside(symbol, i)) return { text };
    return seat && { text, seat };
  });
}

/** Draws a number where `seatValues` put it, in a panel whose left top corner is at x and y. */
export function drawValue(
  frame: Frame,
  disc: Disc,
  value: SymbolValue | undefined,
  { x, y }: { readonly x: number; readonly y: number },
): string {
  if (!value) return '';
  const { text, seat } = value;
  const { paper } = frame.palette;
  if (seat) return drawLine(frame, text, seat.x + 1 + x, seat.y + HEIGHT / 2 + y, SIZE.label, 700, { halo: paper });
  const ink = { fill: textOver(disc.fill, frame.palette), anchor: 'middle' } as const;
  return drawLine(frame, text, disc.x + x, disc.y + y, SIZE.label, 700, ink);
}
