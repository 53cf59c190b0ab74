import type { Paper } from '../papers.ts';

/** What is printed past the edge, to be cut off: mm on each side. */
export const BLEED = 5;
/** Room for the marks past the bleed, mm on each side. */
export const ROOM = 8;
/** The press's sheet is larger than the paper by this much on each side, in mm. */
export const AROUND = BLEED + ROOM;

/**
 * The style of a printed page for the press: each sheet stands in the middle of a larger one. What touches the edge of
 * the paper goes past it by `--bleed`, which is nothing in the office.
 */
export function aroundStyle({ width, height }: Paper): string {
  return [
    `@page{size:${width + 2 * AROUND}mm ${height + 2 * AROUND}mm!important;margin:0!important}`,
    `:root{--bleed:${BLEED}mm}`,
    `[data-sheet]{margin:${AROUND}mm 0 0 ${AROUND}mm!important;overflow:clip!important;overflow-clip-margin:${BLEED}mm}`,
  ].join('\n');
}

/** The same for a book, whose pages Vivliostyle lays out: each keeps its text, on a larger sheet. */
export function aroundPages(): string {
  return `@page{bleed:${BLEED}mm;crop-offset:${AROUND}mm;marks:none}:root{--bleed:${BLEED}mm}`;
}
