import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedRow, PublishedTable } from '../model/table.ts';
import { STUB } from './bar.ts';
import { cellOf, lengthsOf, markKey, printCell, sayCell, unitOf } from './rows.ts';
import {
  at,
  block,
  type DrawnMark,
  drawBlock,
  drawLine,
  drawNothing,
  finish,
  hatch,
  isNarrow,
  lineWidth,
} from './svg.ts';

interface RulerOptions {
  /** Who counts, or when: written after the number. */
  readonly label: (row: PublishedRow) => string;
  /** Perimeter, source: written smaller. */
  readonly detail: (row: PublishedRow) => string;
  readonly value: string;
  /** Solid and in the region's own colour, or hollow and grey. */
  readonly filled: (row: PublishedRow) => boolean;
}

const RADIUS = 6;

/** Size in px of what stands beside a number. */
const WORDS = 14;

/** Every count on one axis from zero: a lollipop each, its number and its origin above the line, in the table's order. */
export function ruler(table: PublishedTable, options: RulerOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const { palette } = frame;
  const unit = unitOf(table, options.value);
  const cells = table.rows.map((row) => cellOf(row, options.value));
  const largest = Math.max(...lengthsOf(cells), 0);
  const scale = largest > 0 ? (frame.width - RADIUS - 22) / largest : 0;
  const numberSize = isNarrow(frame) ? 19 : 22;
  let y = 0;
  const marks = table.rows.map((row, i): DrawnMark => {
    const cell = cells[i]!;
    const printed = printCell(cell, unit);
    const after = lineWidth(printed, numberSize, 'titre') + 10;
    const words = [options.label(row), options.detail(row)].filter(Boolean);
    const beside = words.join(' · ');
    const room = frame.width - after;
    const fits = lineWidth(beside, WORDS, 400) <= room;
    const below = fits ? undefined : block(beside, frame.width, WORDS);
    const lineY = y + 28 + (below ? below.height + 2 : 0) + 5;
    const colour = options.filled(row) ? palette.own : palette.grey;
    const svg = [
      drawLine(frame, printed, 0, y + 14, numberSize, 'titre'),
      fits ? drawLine(frame, beside, after, y + 15.5, WORDS, 400, { fill: palette.soft }) : '',
      below ? drawBlock(frame, below, 0, y + 27, { fill: palette.soft }) : '',
      cell.value === null
        ? `<path fill="${hatch(frame)}" stroke="${palette.grey}" d="M.5 ${at(lineY - 4)}h${STUB}v8h-${STUB}z"/>`
        : drawLollipop(frame, cell.value * scale, lineY, colour, options.filled(row), cell.precision),
    ].join('');
    y = lineY + RADIUS + 12;
    return { key: markKey(row), sentence: [sayCell(cell, unit), ...words].join(', '), svg };
  });
  return finish(frame, { height: y - 8, marks, cells });
}

/** The stick is whole up to an exact value; near an uncertain one it breaks into dashes before, around or beyond it. */
function drawLollipop(
  frame: Frame,
  x: number,
  y: number,
  colour: string,
  filled: boolean,
  precision = 'exact',
): string {
  const before = precision === 'environ' || precision === 'près de' ? 22 : 0;
  const beyond = precision === 'environ' || precision === 'plus de' ? 22 : 0;
  const end = x - RADIUS;
  const stick = `<path stroke="${colour}" stroke-width="2.5" d="M0 ${at(y)}H${at(Math.max(0, end - before))}"/>`;
  const dashes = [
    before && end > before ? `M${at(end - before + 3)} ${at(y)}h6m3 0h4m3 0h2` : '',
    beyond ? `M${at(x + RADIUS + 2)} ${at(y)}h6m3 0h4m3 0h2` : '',
  ].join('');
  return `${stick}${dashes && `<path stroke="${colour}" stroke-width="2.5" d="${dashes}"/>`}<circle cx="${at(x)}" cy="${at(y)}" r="${RADIUS - (filled ? 0 : 1)}" fill="${filled ? colour : frame.palette.paper}"${filled ? '' : ` stroke="${colour}" stroke-width="2"`}/>`;
}
