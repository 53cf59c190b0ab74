import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedRow, PublishedTable } from '../model/table.ts';
import { enumerate } from '../text/list.ts';
import { coloursOf } from './colours.ts';
import type { Paint } from './flow-ink.ts';
import { drawKey } from './key.ts';
import { textOver } from './palette.ts';
import { cellOf, codeOf, codesOf, labelOfCode, lengthsOf, markKey, printCell, sayCell, unitOf } from './rows.ts';
import {
  at,
  balancedBlock,
  type DrawnMark,
  drawBlock,
  drawLine,
  drawNothing,
  finish,
  hatch,
  isNarrow,
  lineWidth,
  SIZE,
} from './svg.ts';

interface StackedBarsOptions {
  /** Dimension of the bars. */
  readonly category: string;
  /** Dimension of their parts, in the order of the column's labels. */
  readonly series: string;
  readonly value: string;
  /** Bars of one length, parts as shares of it; otherwise lengths add up. */
  readonly normalise?: boolean;
  /** Paints by code of the parts, where they must be the same as in other pictures. */
  readonly paints?: ReadonlyMap<string, Paint>;
}

/** Width in px of a part that is hidden or unknown. */
const HIDDEN = 8;

/** Horizontal bars made of parts, values on the parts, one row of the table a part. */
export function stackedBars(table: PublishedTable, options: StackedBarsOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const { palette } = frame;
  const narrow = isNarrow(frame);
  const unit = unitOf(table, options.value);
  const series = codesOf(table, options.series);
  const colours = coloursOf(series, (code) => labelOfCode(table, options.series, code), palette);
  const paintOf = (code: string): Paint => options.paints?.get(code) ?? { fill: colours.get(code)! };
  const stacks = codesOf(table, options.category).map((code) => {
    const parts = series.flatMap((one) =>
      table.rows.filter((row) => codeOf(row, options.category) === code && codeOf(row, options.series) === one),
    );
    const cells = parts.map((row) => cellOf(row, options.value));
    return {
      label: balancedBlock(
        labelOfCode(table, options.category, code),
        narrow ? frame.width : frame.width * 0.3,
        SIZE.label,
        600,
      ),
      parts,
      total: lengthsOf(cells).reduce((sum, value) => sum + value, 0),
      hidden: cells.filter((cell) => cell.value === null).length,
      signs: enumerate([...new Set(cells.filter((cell) => cell.value === null).map((cell) => printCell(cell, unit)))]),
    };
  });

  const totals = !options.normalise && unit !== '%';
  /** The total where every part is shown, else the signs of those that are not. */
  const totalText = (stack: (typeof stacks)[number]) =>
    stack.hidden > 0 ? stack.signs : totals ? printCell({ kind: 'sum', value: stack.total }, unit) : '';
  const left = narrow ? 0 : Math.ceil(Math.max(...stacks.map(({ label }) => label.width))) + 12;
  const room = frame.width - left;
  const longest = Math.max(...stacks.map(({ total }) => total), 0);
  const widest = Math.max(...stacks.map((stack) => lineWidth(totalText(stack), SIZE.value, 700)));
  const words = widest > 0 ? widest + 8 : 0;
  const scaleOf = (stack: (typeof stacks)[number]) => {
    const hidden = options.normalise ? stack.hidden : Math.max(...stacks.map((one) => one.hidden));
    const whole = options.normalise ? stack.total : longest;
    return whole > 0 ? (room - words - hidden * HIDDEN) / whole : 0;
  };

  const key = drawKey(
    frame,
    series.map((code) => ({ label: labelOfCode(table, options.series, code), ...paintOf(code) })),
    left,
    0,
  );
  const thickness = 30;
  let y = key.height + 8;
  let under = key.svg;
  const marks: DrawnMark[] = [];
  for (const stack of stacks) {
    const height = narrow ? stack.label.height + 4 + thickness : Math.max(thickness, stack.label.height);
    const top = narrow ? y + stack.label.height + 4 : y + (height - thickness) / 2;
    const labelTop = narrow ? y : y + (height - stack.label.height) / 2;
    under += drawBlock(frame, stack.label, narrow ? 0 : left - 12, labelTop, { anchor: narrow ? 'start' : 'end' });
    let x = left;
    for (const row of stack.parts) {
      const cell = cellOf(row, options.value);
      const width = cell.value === null ? HIDDEN : cell.value * scaleOf(stack);
      const paint = cell.value === null ? { fill: hatch(frame) } : paintOf(codeOf(row, options.series));
      marks.push({
        key: markKey(row),
        sentence: sentenceOf(table, row, options),
        svg: drawPart(
          frame,
          { x, y: top, width, thickness, ...paint },
          cell.value === null ? '' : printCell(cell, unit),
        ),
      });
      x += width;
    }
    under += drawLine(frame, totalText(stack), x + 8, top + thickness / 2, SIZE.value, 700);
    y += height + (narrow ? 16 : 12);
  }
  return finish(frame, {
    height: y - 8,
    marks,
    under,
    cells: table.rows.map((row) => cellOf(row, options.value)),
  });
}

function drawPart(
  frame: Frame,
  { x, y, width, thickness, fill, texture }: Paint & { x: number; y: number; width: number; thickness: number },
  printed: string,
): string {
  if (width <= 0) return '';
  const seam = width > 3 ? 1 : 0;
  const box = `M${at(x)} ${at(y)}h${at(width - seam)}v${thickness}h${at(seam - width)}z`;
  const shape = `<path fill="${fill}" d="${box}"/>${texture ? `<path fill="${texture}" d="${box}"/>` : ''}`;
  if (!printed) return shape;
  const written = [printed, printed.replace(/\u00a0%$/, '')].find(
    (text) => lineWidth(text, SIZE.label, 600) <= width - 6,
  );
  if (!written) return shape;
  const [middle, room] = [x + width / 2, lineWidth(written, SIZE.label, 600) + 6];
  // Words stand on the plain colour: a texture would run through them.
  const plate = texture
    ? `<path fill="${fill}" d="M${at(middle - room / 2)} ${at(y + 6)}h${at(room)}v${thickness - 12}h${at(-room)}z"/>`
    : '';
  const ink = { anchor: 'middle', fill: textOver(fill, frame.palette) } as const;
  return shape + plate + drawLine(frame, written, middle, y + thickness / 2, SIZE.label, 600, ink);
}

function sentenceOf(table: PublishedTable, row: PublishedRow, { category, series, value }: StackedBarsOptions): string {
  const subject = `${labelOfCode(table, category, codeOf(row, category))}, ${labelOfCode(table, series, codeOf(row, series))}`;
  return `${subject} : ${sayCell(cellOf(row, value), unitOf(table, value))}`;
}
