import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedCell, PublishedTable } from '../model/table.ts';
import { rampOf } from './colours.ts';
import { cellOf, codeOf, lengthsOf, markKey, printCell, sayCell, textOf, unitOf } from './rows.ts';
import { spread } from './spread.ts';
import { drawSquares, SIDE } from './square-grid.ts';
import { at, type Block, block, type DrawnMark, drawBlock, drawNothing, finish, hatch, isNarrow, SIZE } from './svg.ts';

interface WaffleOptions {
  readonly category: string;
  /** Shares of one whole (percent), or counts of which shares are taken. */
  readonly value: string;
}

/** Between two squares, px. */
const SEAM = 3;

/** A square of 100 squares, filled line by line in the table's order, each class named beside its own lines. */
export function waffle(table: PublishedTable, options: WaffleOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const narrow = isNarrow(frame);
  const unit = unitOf(table, options.value);
  const cells = table.rows.map((row) => cellOf(row, options.value));
  const squares = allot(lengthsOf(cells), unit === '%' ? 100 : undefined);
  const lost = unit === '%' ? lostByRounding(cells) : 0;
  const colours = rampOf(
    table.rows.map((row) => codeOf(row, options.category)),
    frame.palette,
  );

  const grid = narrow ? Math.min(200, frame.width * 0.52) : Math.min(340, frame.width * 0.48);
  const cell = grid / SIDE;
  const place = { x: -1, y: -1, width: grid, gap: SEAM };
  const labelsAt = grid + (narrow ? 18 : 34);
  const texts = table.rows.map((row, i) => {
    const number = fitNumber(printCell(cells[i]!, unit), frame.width - labelsAt, narrow ? 24 : 32);
    const name = block(textOf(table, row, options.category), frame.width - labelsAt, narrow ? SIZE.small : 15);
    return { number, name, height: number.height + name.height };
  });

  let filled = 0;
  let known = 0;
  const bands = cells.map((one) => {
    const count = one.value === null ? 0 : squares[known++]!;
    const from = filled;
    filled += count;
    return { from, count };
  });
  const wished = bands.map(({ from, count }, i) => ((from + count / 2) / SIDE) * cell - texts[i]!.height / 2);
  const needed = texts.reduce((sum, { height }) => sum + height + 10, -10);
  const height = Math.max(grid, needed);
  const tops = spread(
    wished,
    texts.map((text) => text.height),
    0,
    height,
    10,
  );

  const marks = table.rows.map((row, i): DrawnMark => {
    const { from, count } = bands[i]!;
    const text = texts[i]!;
    const fill = colours.get(codeOf(row, options.category))!;
    const middle = ((from + count / 2) / SIDE) * cell;
    const textMiddle = tops[i]! + text.number.height / 2;
    const leader = count
      ? `<path fill="none" stroke="${frame.palette.soft}" d="M${at(grid + 2)} ${at(middle)}H${at(grid + 6)}L${at(labelsAt - 9)} ${at(textMiddle)}H${at(labelsAt - 5)}"/>`
      : '';
    return {
      key: markKey(row),
      sentence: `${textOf(table, row, options.category)} : ${sayCell(cells[i]!, unit)}`,
      svg: [
        drawSquares(from, count, place, fill, frame.palette.ramp[0]!),
        leader,
        drawBlock(frame, text.number, labelsAt, tops[i]!),
        drawBlock(frame, text.name, labelsAt, tops[i]! + text.number.height),
      ].join(''),
    };
  });
  const rest =
    filled < 100
      ? drawSquares(
          filled,
          100 - filled,
          place,
          cells.some((c) => c.value === null) ? hatch(frame) : frame.palette.faint,
          frame.palette.grey,
        )
      : '';
  const notes = lost ? [`Parts arrondies : leur somme fait ${100 - lost} %.`] : [];
  return finish(frame, { height, marks, under: rest, cells, notes });
}

/** The number on one line, smaller where "environ" or a sign makes it long. */
function fitNumber(printed: string, width: number, largest: number): Block {
  const needed = block(printed, 10_000, largest, 'titre').width;
  return block(printed, width, Math.max(14, Math.min(largest, Math.floor((largest * width) / needed))), 'titre');
}

/** How many squares stay empty only because the shares of one whole, as they are printed, fall short of 100. */
function lostByRounding(cells: readonly PublishedCell[]): number {
  const values = lengthsOf(cells);
  const sum = values.reduce((total, value) => total + value, 0);
  const printed = values.reduce((total, value) => total + Math.round(value), 0);
  return values.length === cells.length && sum > 100 - values.length / 2 && printed < 100 ? 100 - printed : 0;
}

/**
 * Squares for each value: as many as its printed percentage, unless these exceed 100; counts are parts of 100 by the
 * largest remainders. The shares of `whole` that are missing stay empty.
 */
function allot(values: readonly number[], whole: number | undefined): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return values.map(() => 0);
  if (whole !== undefined && sum > whole + 1.5) throw new Error(`Shares of one whole add up to ${sum}: not a waffle`);
  const base = Math.max(sum, whole ?? 0);
  const exact = values.map((value) => (value / base) * 100);
  const rounded = exact.map(Math.round);
  if (whole !== undefined && rounded.reduce((total, count) => total + count, 0) <= 100) return rounded;
  const counts = exact.map(Math.floor);
  const target = Math.round((sum / base) * 100);
  const byRemainder = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, target - counts.reduce((total, count) => total + count, 0))) counts[i]! += 1;
  return counts;
}
