import { scaleLinear } from 'd3';
import type { Box, Drawing, Frame } from '../model/drawing.ts';
import type { PublishedCell, PublishedRow, PublishedTable } from '../model/table.ts';
import { coloursOf } from './colours.ts';
import { drawKey } from './key.ts';
import { textIn } from './palette.ts';
import { placeLabels, seatsAround } from './place.ts';
import {
  areYears,
  cellOf,
  codeOf,
  codesOf,
  labelOfCode,
  lengthsOf,
  markKey,
  printCell,
  sayCell,
  textOf,
  unitOf,
} from './rows.ts';
import {
  at,
  type Block,
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

interface LinesOptions {
  /** Dimension along the axis: years, or ordered classes. */
  readonly x: string;
  readonly value: string;
  /** Key or attribute that tells series apart: only points of one series (one source, one method) are joined. */
  readonly series?: string;
  /** Paint of a series by its code; the palette's series unless told, `own` when there is one series only. */
  readonly paint?: (series: string) => string;
}

interface Point {
  readonly row: PublishedRow;
  readonly series: string;
  readonly cell: PublishedCell;
  readonly printed: string;
  readonly x: number;
  readonly y: number;
}

type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** A point a row, its value beside it; points are joined within a series only, and not across a value that is not shown. */
export function lines(table: PublishedTable, options: LinesOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const { palette } = frame;
  const unit = unitOf(table, options.value);
  const cells = table.rows.map((row) => cellOf(row, options.value));
  const steps = stepsOf(table, options.x);
  const seriesOf = (row: PublishedRow) => (options.series ? codeOf(row, options.series) : '');
  const series = [...new Set(table.rows.map(seriesOf))];
  const nameOf = (one: string) => (options.series ? labelOfCode(table, options.series, one) : '');
  const chosen = coloursOf(series, nameOf, palette);
  const colourOf = (one: string) => options.paint?.(one) ?? (series.length > 1 ? chosen.get(one)! : palette.own);

  const stepNames = setSteps(table, options.x, steps, frame);
  const base = isNarrow(frame) ? 220 : 270;
  const height = base + 10 + Math.max(...stepNames.map((name) => name.height));
  const edge = Math.max(16, ...cells.map((cell) => lineWidth(printCell(cell, unit), SIZE.label, 700) / 2 + 2));
  const x = placeSteps(steps, edge, frame.width - edge);
  const y = scaleLinear([0, Math.max(...lengthsOf(cells), 0) || 1], [base, 34]);
  const points = table.rows.map(
    (row, i): Point => ({
      row,
      series: seriesOf(row),
      cell: cells[i]!,
      printed: printCell(cells[i]!, unit),
      x: x(codeOf(row, options.x)),
      y: y(cells[i]!.value ?? 0),
    }),
  );
  const segments = new Map(series.map((one) => [one, joinPoints(points.filter((point) => point.series === one))]));
  const seats = seatLabels(points, series.length > 1 ? series.map(nameOf) : [], series, segments, frame, base);

  const key = seats.names.some((seat) => !seat)
    ? drawKey(
        frame,
        series.map((one) => ({ label: nameOf(one), fill: colourOf(one) })),
        0,
        0,
      )
    : undefined;
  const top = key ? key.height + 6 : 0;
  const marks = points.map((point, i): DrawnMark => {
    const seat = seats.values[i]!;
    const said = [options.series ? textOf(table, point.row, options.series) : '', textOf(table, point.row, options.x)];
    return {
      key: markKey(point.row),
      sentence: `${said.filter(Boolean).join(', ')} : ${sayCell(point.cell, unit)}`,
      svg:
        drawPoint(frame, point, top, colourOf(point.series)) +
        drawLine(frame, point.printed, seat.x + seat.width / 2, top + seat.y + 8, SIZE.label, 700, {
          anchor: 'middle',
          fill: textIn(colourOf(point.series), palette),
          halo: palette.paper,
        }),
    };
  });
  const curves = series.map((one) => {
    const d = segments
      .get(one)!
      .map(([x1, y1, x2, y2]) => `M${at(x1)} ${at(top + y1)}L${at(x2)} ${at(top + y2)}`)
      .join('');
    return d && `<path fill="none" stroke="${colourOf(one)}" stroke-width="2.5" stroke-linecap="round" d="${d}"/>`;
  });
  const names = key
    ? ''
    : seats.names
        .map((seat, i) =>
          drawBlock(frame, nameBlock(nameOf(series[i]!), frame), seat!.x, seat!.y, {
            fill: textIn(colourOf(series[i]!), palette),
            halo: palette.paper,
          }),
        )
        .join('');
  const axis = `<path stroke="${palette.ink}" d="M0 ${at(top + base + 0.5)}H${frame.width}"/>${drawSteps(steps, stepNames, x, top + base, frame)}`;
  return finish(frame, {
    height: top + height,
    marks,
    under: (key?.svg ?? '') + axis + curves.join(''),
    over: names,
    cells,
  });
}

function stepsOf(table: PublishedTable, x: string): string[] {
  const codes = codesOf(table, x);
  return areYears(codes) ? codes.sort((a, b) => Number(a) - Number(b)) : codes;
}

/** Years stand at their distance in time; other codes one after the other. */
function placeSteps(steps: readonly string[], from: number, to: number): (code: string) => number {
  if (steps.length === 1) return () => (from + to) / 2;
  if (areYears(steps)) {
    const scale = scaleLinear([Number(steps[0]), Number(steps.at(-1))], [from, to]);
    return (code) => scale(Number(code));
  }
  const scale = scaleLinear([0, steps.length - 1], [from, to]);
  return (code) => scale(steps.indexOf(code));
}

function joinPoints(points: readonly Point[]): Segment[] {
  const ordered = [...points].sort((a, b) => a.x - b.x);
  return ordered.slice(1).flatMap((point, i): Segment[] => {
    const before = ordered[i]!;
    return before.cell.value === null || point.cell.value === null ? [] : [[before.x, before.y, point.x, point.y]];
  });
}

/** Where values and names stand: off the points, off the lines, off each other, inside the picture. */
function seatLabels(
  points: readonly Point[],
  names: readonly string[],
  series: readonly string[],
  segments: ReadonlyMap<string, readonly Segment[]>,
  frame: Frame,
  base: number,
): { values: Box[]; names: (Box | undefined)[] } {
  const bounds: Box = { x: 0, y: 0, width: frame.width, height: base - 2 };
  const spots = points.map((point) => ({ x: point.x - 6, y: point.y - 6, width: 12, height: 12 }));
  const valueSeats = points.map(({ x, y, printed }) => {
    const width = lineWidth(printed, SIZE.label, 700) + 2;
    const [right, left, above, below, ...corners] = seatsAround(x, y, width, 16, 10);
    const inside = (box: Box): Box => ({ ...box, x: Math.min(Math.max(box.x, 0), frame.width - width) });
    return {
      seats: [
        above!,
        below!,
        left!,
        right!,
        ...corners,
        ...[18, 28, 40].flatMap((d) => seatsAround(x, y, width, 16, d)),
      ].map(inside),
    };
  });
  const nameSeats = names.map((name, i) => {
    const last = points.filter((point) => point.series === series[i] && point.cell.value !== null).at(-1);
    const { width, height } = nameBlock(name, frame);
    return { seats: last ? [12, 24, 36, 52, 70].flatMap((d) => seatsAround(last.x, last.y, width, height, d)) : [] };
  });
  const off = [...spots, ...[...segments.values()].flat().flatMap(alongSegment)];
  const seats = placeLabels([...valueSeats, ...nameSeats], off, bounds);
  return {
    // A value is never left out: where nothing is free it stands over the lines, on its halo.
    values: points.map(
      (_, i) => seats[i] ?? placeLabels([valueSeats[i]!], spots, bounds)[0] ?? valueSeats[i]!.seats[0]!,
    ),
    names: seats.slice(points.length),
  };
}

const nameBlock = (name: string, frame: Frame) => block(name, frame.width * 0.4, SIZE.small, 600);

/** Small boxes along a segment, so that labels keep off the line. */
function alongSegment([x1, y1, x2, y2]: Segment): Box[] {
  const count = Math.max(2, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 8));
  return Array.from({ length: count + 1 }, (_, i) => ({
    x: x1 + ((x2 - x1) * i) / count - 2,
    y: y1 + ((y2 - y1) * i) / count - 2,
    width: 4,
    height: 4,
  }));
}

/** Names of the steps under the axis, in lines where they are long; one that would touch the one before is left out. */
function setSteps(table: PublishedTable, x: string, steps: readonly string[], frame: Frame): readonly Block[] {
  const width = Math.max(72, frame.width / steps.length - 8);
  return steps.map((code) => block(labelOfCode(table, x, code), Math.min(width, frame.width), SIZE.small));
}

function drawSteps(
  steps: readonly string[],
  names: readonly Block[],
  x: (code: string) => number,
  base: number,
  frame: Frame,
): string {
  let free = Number.NEGATIVE_INFINITY;
  return steps
    .map((code, i) => {
      const name = names[i]!;
      const middle = Math.min(frame.width - name.width / 2, Math.max(name.width / 2, x(code)));
      if (middle - name.width / 2 < free) return '';
      free = middle + name.width / 2 + 8;
      const tick = `<path stroke="${frame.palette.soft}" d="M${at(x(code))} ${at(base)}v5"/>`;
      return tick + drawBlock(frame, name, middle, base + 8, { anchor: 'middle', fill: frame.palette.soft });
    })
    .join('');
}

function drawPoint(frame: Frame, { cell, x, y }: Point, top: number, colour: string): string {
  if (cell.value === null) return '';
  const where = `cx="${at(x)}" cy="${at(top + y)}" r="5"`;
  return !cell.precision || cell.precision === 'exact'
    ? `<circle ${where} fill="${colour}"/>`
    : `<circle ${where} fill="${frame.palette.paper}" stroke="${colour}" stroke-width="2" stroke-dasharray="3 2"/>`;
}
