import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedCell, PublishedRow, PublishedTable } from '../model/table.ts';
import { cellOf, codeOf, codesOf, labelOfCode, lengthsOf, markKey, printCell, sayCell, unitOf } from './rows.ts';
import {
  at,
  balancedBlock,
  type DrawnMark,
  drawBlock,
  drawLine,
  drawNothing,
  finish,
  isNarrow,
  lineWidth,
  SIZE,
} from './svg.ts';

interface DumbbellOptions {
  readonly category: string;
  /** The waves, oldest first; the last one is in the region's own colour. */
  readonly series: string;
  readonly value: string;
}

interface Dot {
  readonly row: PublishedRow;
  readonly cell: PublishedCell;
  readonly printed: string;
  readonly latest: boolean;
  readonly x: number;
}

/** Where the values of a line may stand: after its start, and `words` px wide at most. */
interface Axis {
  readonly left: number;
  readonly y: number;
}

const RADIUS = 7;

/** Waves compared: one line a category, one dot a wave on a shared axis from zero, values beside the outer dots. */
export function dumbbell(table: PublishedTable, options: DumbbellOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const { palette } = frame;
  const narrow = isNarrow(frame);
  const unit = unitOf(table, options.value);
  const waves = codesOf(table, options.series);
  const lines = codesOf(table, options.category).map((code) => ({
    label: balancedBlock(
      labelOfCode(table, options.category, code),
      narrow ? frame.width : frame.width * 0.34,
      SIZE.label,
      600,
    ),
    rows: waves.flatMap((wave) =>
      table.rows.filter((row) => codeOf(row, options.category) === code && codeOf(row, options.series) === wave),
    ),
  }));
  const cells = table.rows.map((row) => cellOf(row, options.value));
  const largest = Math.max(...lengthsOf(cells), 0);
  const words = Math.max(...cells.map((cell) => lineWidth(printCell(cell, unit), SIZE.label, 700)));
  const left = narrow ? 0 : Math.ceil(Math.max(...lines.map(({ label }) => label.width))) + 14;
  const start = left + RADIUS + 1;
  const scale = largest > 0 ? (frame.width - words - RADIUS - 8 - start) / largest : 0;

  const head = drawWaves(
    frame,
    waves.map((wave) => labelOfCode(table, options.series, wave)),
    left,
  );
  let y = head.height;
  let under = head.svg;
  const marks: DrawnMark[] = [];
  for (const { label, rows } of lines) {
    const height = narrow ? label.height + 40 : Math.max(36, label.height + 8);
    const middle = narrow ? y + label.height + 23 : y + height / 2;
    const dots = rows.map((row): Dot => {
      const cell = cellOf(row, options.value);
      const latest = codeOf(row, options.series) === waves.at(-1);
      return { row, cell, latest, printed: printCell(cell, unit), x: start + (cell.value ?? 0) * scale };
    });
    const shown = dots.filter(({ cell }) => cell.value !== null).sort((a, b) => a.x - b.x);
    under += drawBlock(frame, label, narrow ? 0 : left - 14, narrow ? y : middle - label.height / 2, {
      anchor: narrow ? 'start' : 'end',
    });
    under += `<path stroke="${palette.line}" d="M${at(left)} ${at(middle)}H${frame.width}"/>`;
    if (shown.length > 1) {
      under += `<path stroke="${palette.soft}" stroke-width="3" d="M${at(shown[0]!.x)} ${at(middle)}H${at(shown.at(-1)!.x)}"/>`;
    }
    const sentence = (row: PublishedRow) => sentenceOf(table, row, options);
    for (const dot of shown) {
      const svg = drawDot(frame, dot, middle) + drawValue(frame, dot, shown, { left, y: middle });
      marks.push({ key: markKey(dot.row), sentence: sentence(dot.row), svg });
    }
    let x = shown.length ? shown.at(-1)!.x + RADIUS + 14 + lineWidth(shown.at(-1)!.printed, SIZE.label, 700) : left;
    for (const dot of dots.filter(({ cell }) => cell.value === null)) {
      const said = `${labelOfCode(table, options.series, codeOf(dot.row, options.series))} : ${dot.printed}`;
      const width = lineWidth(said, SIZE.small, 400);
      // After the last value, or before the first where the line ends too soon.
      const seat = x + width <= frame.width ? x : left;
      const svg = drawLine(frame, said, seat, middle, SIZE.small, 400, { fill: palette.soft, halo: palette.paper });
      marks.push({ key: markKey(dot.row), sentence: sentence(dot.row), svg });
      x = seat + width + 12;
    }
    y += height + (narrow ? 4 : 0);
  }
  return finish(frame, { height: y, marks, under, cells });
}

function drawDot(frame: Frame, { x, latest }: Pick<Dot, 'x' | 'latest'>, y: number): string {
  const where = `cx="${at(x)}" cy="${at(y)}"`;
  return latest
    ? `<circle ${where} r="${RADIUS - 1}" fill="${frame.palette.own}"/>`
    : `<circle ${where} r="${RADIUS}" fill="${frame.palette.paper}" stroke="${frame.palette.grey}" stroke-width="2.5"/>`;
}

/** The value stands left of the smallest dot, right of the largest, else above; dots that coincide share one value. */
function drawValue(frame: Frame, dot: Dot, shown: readonly Dot[], { left, y }: Axis): string {
  const index = shown.indexOf(dot);
  const next = shown[index + 1];
  if (next && next.printed === dot.printed && next.x - dot.x < 2) return '';
  const weight = dot.latest ? 700 : 400;
  const ink = { halo: frame.palette.paper };
  const width = lineWidth(dot.printed, SIZE.label, weight);
  if (!next) return drawLine(frame, dot.printed, dot.x + RADIUS + 5, y, SIZE.label, weight, ink);
  if (index === 0 && dot.x - RADIUS - 5 - width >= left) {
    return drawLine(frame, dot.printed, dot.x - RADIUS - 5, y, SIZE.label, weight, { ...ink, anchor: 'end' });
  }
  const middle = Math.max(dot.x, left + width / 2);
  return drawLine(frame, dot.printed, middle, y - RADIUS - 8, SIZE.label, weight, { ...ink, anchor: 'middle' });
}

/** The waves' names beside their dots, above the lines. */
function drawWaves(frame: Frame, names: readonly string[], left: number): { svg: string; height: number } {
  let x = left;
  let y = 10;
  let svg = '';
  names.forEach((name, i) => {
    const width = RADIUS * 2 + 6 + lineWidth(name, SIZE.small, 600);
    if (x > left && x + width > frame.width) {
      x = left;
      y += 20;
    }
    svg += drawDot(frame, { x: x + RADIUS + 1, latest: i === names.length - 1 }, y);
    svg += drawLine(frame, name, x + RADIUS * 2 + 7, y, SIZE.small, 600);
    x += width + 20;
  });
  return { svg, height: y + 22 };
}

function sentenceOf(table: PublishedTable, row: PublishedRow, { category, series, value }: DumbbellOptions): string {
  const subject = `${labelOfCode(table, category, codeOf(row, category))}, ${labelOfCode(table, series, codeOf(row, series))}`;
  return `${subject} : ${sayCell(cellOf(row, value), unitOf(table, value))}`;
}
