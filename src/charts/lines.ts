import { scaleLinear } from 'd3';
import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedTable } from '../model/table.ts';
import { coloursOf } from './colours.ts';
import { textIn } from './palette.ts';
import { type Box, placeLabels, seatsAround } from './place.ts';
import {
  cellOf,
  codeOf,
  codesOf,
  labelOfCode,
  lengthsOf,
  markKey,
  type PublishedRow,
  printCell,
  sayCell,
  textOf,
  unitOf,
} from './rows.ts';
import {
  at,
  block,
  type DrawnMark,
  drawBlock,
  drawLine,
  drawNothing,
  finish,
  isNarrow,
  lineWidth,
  SIZE,
} from './svg.ts';

export interface LinesOptions {
  /** Dimension along the axis: years, or ordered classes. */
  readonly x: string;
  readonly value: string;
  /** Key or attribute that tells series apart: only points of one series (one source, one method) are joined. */
  readonly series?: string;
}

/** A point a row, its value beside it; points are joined within a series only, and not across a value that is not shown. */
export function lines(table: PublishedTable, options: LinesOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const { palette } = frame;
  const narrow = isNarrow(frame);
  const unit = unitOf(table, options.value);
  const cells = table.rows.map((row) => cellOf(row, options.value));
  const steps = codesOf(table, options.x);
  const series = options.series ? [...new Set(table.rows.map((row) => codeOf(row, options.series!)))] : [''];
  const nameOf = (one: string) => (options.series ? labelOfCode(table, options.series, one) : '');
  const colours =
    series.length > 1 ? coloursOf(series, nameOf, palette) : new Map(series.map((one) => [one, palette.own]));

  const height = narrow ? 230 : 300;
  const top = 24;
  const base = height - 30;
  const edge = Math.max(16, ...cells.map((cell) => lineWidth(printCell(cell, unit), SIZE.label, 700) / 2 + 2));
  const x = placeSteps(steps, edge, frame.width - edge);
  const y = scaleLinear([0, Math.max(...lengthsOf(cells), 0) || 1], [base, top + 10]);

  const joins = series.map((one) => {
    const rows = rowsOf(table, options, one, steps);
    return rows.slice(1).flatMap((row, i) => {
      const [before, after] = [cellOf(rows[i]!, options.value).value, cellOf(row, options.value).value];
      return before === null || after === null
        ? []
        : [[x(codeOf(rows[i]!, options.x)), y(before), x(codeOf(row, options.x)), y(after)] as const];
    });
  });
  const curves = joins.map((segments, i) => {
    const d = segments.map(([x1, y1, x2, y2]) => `M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}`).join('');
    return (
      d && `<path fill="none" stroke="${colours.get(series[i]!)}" stroke-width="2.5" stroke-linecap="round" d="${d}"/>`
    );
  });

  const points = table.rows.map((row, i) => {
    const cell = cells[i]!;
    const printed = printCell(cell, unit);
    return {
      row,
      cell,
      printed,
      x: x(codeOf(row, options.x)),
      y: y(cell.value ?? 0),
      colour: colours.get(options.series ? codeOf(row, options.series) : '')!,
    };
  });
  const bounds: Box = { x: 0, y: 0, width: frame.width, height: base - 2 };
  const obstacles: Box[] = [
    ...points.map((point) => ({ x: point.x - 6, y: point.y - 6, width: 12, height: 12 })),
    ...joins.flat().flatMap(alongSegment),
  ];
  const names = series.length > 1 ? series.map((one) => ({ one, last: lastShown(points, options, one) })) : [];
  const wanted = [
    ...points.map((point) => {
      const width = lineWidth(point.printed, SIZE.label, 700);
      const around = seatsAround(point.x, point.y, width, 16, 10);
      return { seats: [around[2]!, around[3]!, ...around, ...seatsAround(point.x, point.y, width, 16, 20)] };
    }),
    ...names.map(({ one, last }) => {
      const set = block(nameOf(one), frame.width * 0.4, SIZE.small, 600);
      return {
        seats: last
          ? [12, 24, 36, 52, 70].flatMap((distance) => seatsAround(last.x, last.y, set.width, set.height, distance))
          : [],
      };
    }),
  ];
  const seats = placeLabels(wanted, obstacles, bounds);
  const namesFit = names.every((_, i) => seats[points.length + i]);
  const marks = points.map((point, i): DrawnMark => {
    const seat = seats[i] ?? seatsAround(point.x, point.y, lineWidth(point.printed, SIZE.label, 700), 16, 10)[2]!;
    return {
      key: markKey(point.row),
      sentence: `${[options.series ? textOf(table, point.row, options.series) : '', textOf(table, point.row, options.x)]
        .filter(Boolean)
        .join(', ')} : ${sayCell(point.cell, unit)}`,
      svg:
        (point.cell.value === null ? '' : drawPoint(frame, point.x, point.y, point.colour, point.cell.precision)) +
        drawLine(frame, point.printed, seat.x + seat.width / 2, seat.y + 8, SIZE.label, 700, {
          anchor: 'middle',
          fill: textIn(point.colour, palette),
          halo: palette.paper,
        }),
    };
  });
  const axis = `<path stroke="${palette.ink}" d="M0 ${at(base + 0.5)}H${frame.width}"/>${drawSteps(table, options, steps, x, base, frame)}`;
  const over = namesFit
    ? names
        .map(({ one }, i) =>
          drawBlock(
            frame,
            block(nameOf(one), frame.width * 0.4, SIZE.small, 600),
            seats[points.length + i]!.x,
            seats[points.length + i]!.y,
            { fill: textIn(colours.get(one)!, palette), halo: palette.paper },
          ),
        )
        .join('')
    : '';
  const notes = namesFit ? [] : names.map(({ one }) => nameOf(one));
  return finish(frame, { height, marks, under: axis + curves.join(''), over, cells, notes });
}

function rowsOf(table: PublishedTable, options: LinesOptions, one: string, steps: readonly string[]): PublishedRow[] {
  return table.rows
    .filter((row) => !options.series || codeOf(row, options.series) === one)
    .sort((a, b) => steps.indexOf(codeOf(a, options.x)) - steps.indexOf(codeOf(b, options.x)));
}

/** Years stand at their distance in time; other codes one after the other. */
function placeSteps(steps: readonly string[], from: number, to: number): (code: string) => number {
  if (steps.length === 1) return () => (from + to) / 2;
  const years = steps.map(Number);
  if (steps.every((step) => /^\d{4}$/.test(step))) {
    const scale = scaleLinear([Math.min(...years), Math.max(...years)], [from, to]);
    return (code) => scale(Number(code));
  }
  const scale = scaleLinear([0, steps.length - 1], [from, to]);
  return (code) => scale(steps.indexOf(code));
}

function drawSteps(
  table: PublishedTable,
  options: LinesOptions,
  steps: readonly string[],
  x: (code: string) => number,
  base: number,
  frame: Frame,
): string {
  let free = Number.NEGATIVE_INFINITY;
  return steps
    .map((code) => {
      const label = labelOfCode(table, options.x, code);
      const width = lineWidth(label, SIZE.small, 400);
      const middle = Math.min(frame.width - width / 2, Math.max(width / 2, x(code)));
      if (middle - width / 2 < free) return '';
      free = middle + width / 2 + 8;
      return `<path stroke="${frame.palette.soft}" d="M${at(x(code))} ${at(base)}v5"/>${drawLine(frame, label, middle, base + 17, SIZE.small, 400, { anchor: 'middle', fill: frame.palette.soft })}`;
    })
    .join('');
}

function drawPoint(frame: Frame, x: number, y: number, colour: string, precision = 'exact'): string {
  return precision === 'exact'
    ? `<circle cx="${at(x)}" cy="${at(y)}" r="5" fill="${colour}"/>`
    : `<circle cx="${at(x)}" cy="${at(y)}" r="5" fill="${frame.palette.paper}" stroke="${colour}" stroke-width="2" stroke-dasharray="3 2"/>`;
}

/** Small boxes along a segment, so that labels keep off the line. */
function alongSegment([x1, y1, x2, y2]: readonly [number, number, number, number]): Box[] {
  const count = Math.max(2, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 8));
  return Array.from({ length: count + 1 }, (_, i) => ({
    x: x1 + ((x2 - x1) * i) / count - 2,
    y: y1 + ((y2 - y1) * i) / count - 2,
    width: 4,
    height: 4,
  }));
}

function lastShown<P extends { row: PublishedRow; cell: { value: number | null } }>(
  points: readonly P[],
  { series }: LinesOptions,
  one: string,
): P | undefined {
  return points.filter((point) => point.cell.value !== null && (!series || codeOf(point.row, series) === one)).at(-1);
}
