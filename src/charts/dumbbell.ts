import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedTable } from '../model/table.ts';
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

export interface DumbbellOptions {
  readonly category: string;
  /** The waves, oldest first; the last one is in the region's own colour. */
  readonly series: string;
  readonly value: string;
}

const RADIUS = 7;

/** Waves compared: one line a category, one dot a wave on a shared axis from zero, values beside the outer dots. */
export function dumbbell(table: PublishedTable, options: DumbbellOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const { palette } = frame;
  const narrow = isNarrow(frame);
  const unit = unitOf(table, options.value);
  const waves = codesOf(table, options.series);
  const colourOf = (wave: string) => (wave === waves.at(-1) ? palette.own : palette.grey);
  const lines = codesOf(table, options.category).map((code) => ({
    label: block(
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
  const end = frame.width - words - RADIUS - 8;
  const x = (value: number) => (largest > 0 ? start + (value / largest) * (end - start) : start);

  let y = 0;
  let under = '';
  const head = drawWaveKey(
    frame,
    waves.map((wave) => ({
      label: labelOfCode(table, options.series, wave),
      colour: colourOf(wave),
      hollow: wave !== waves.at(-1),
    })),
    left,
  );
  under += head.svg;
  y += head.height;
  const marks: DrawnMark[] = [];
  for (const { label, rows } of lines) {
    const height = narrow ? label.height + 30 : Math.max(34, label.height + 8);
    const middle = narrow ? y + label.height + 15 : y + height / 2;
    under += drawBlock(frame, label, narrow ? 0 : left - 14, narrow ? y : middle - label.height / 2, {
      anchor: narrow ? 'start' : 'end',
    });
    under += `<path stroke="${palette.line}" d="M${at(start - RADIUS)} ${at(middle)}H${at(frame.width)}"/>`;
    const known = rows.filter((row) => cellOf(row, options.value).value !== null);
    const values = known.map((row) => cellOf(row, options.value).value!);
    if (values.length > 1) {
      under += `<path stroke="${palette.soft}" stroke-width="3" d="M${at(x(Math.min(...values)))} ${at(middle)}H${at(x(Math.max(...values)))}"/>`;
    }
    for (const row of known)
      marks.push(
        drawDot(table, row, options, frame, {
          x: x(cellOf(row, options.value).value!),
          y: middle,
          colour: colourOf(codeOf(row, options.series)),
          hollow: codeOf(row, options.series) !== waves.at(-1),
          side: sideOf(row, known, options.value),
        }),
      );
    const hidden = rows.filter((row) => cellOf(row, options.value).value === null);
    hidden.forEach((row, i) => {
      const said = `${labelOfCode(table, options.series, codeOf(row, options.series))} : ${printCell(cellOf(row, options.value), unit)}`;
      const rightmost = values.length ? x(Math.max(...values)) + RADIUS + 8 + words : start;
      const fits = rightmost + lineWidth(said, SIZE.small, 400) < frame.width;
      marks.push({
        key: markKey(row),
        sentence: sentenceOf(table, row, options),
        svg: drawLine(frame, said, fits ? rightmost : start, middle + (fits ? i * 14 : 14), SIZE.small, 400, {
          fill: palette.soft,
          halo: palette.paper,
        }),
      });
    });
    y += height + (narrow ? 8 : 0);
  }
  return finish(frame, { height: y, marks, under, cells });
}

/** The value stands left of the smallest dot, right of the largest, above those between; equal dots share one side each. */
function sideOf(row: PublishedRow, rows: readonly PublishedRow[], measure: string): 'left' | 'right' | 'above' {
  const sorted = [...rows].sort((a, b) => cellOf(a, measure).value! - cellOf(b, measure).value!);
  const index = sorted.indexOf(row);
  if (index === sorted.length - 1) return 'right';
  return index === 0 ? 'left' : 'above';
}

function drawDot(
  table: PublishedTable,
  row: PublishedRow,
  options: DumbbellOptions,
  frame: Frame,
  {
    x,
    y,
    colour,
    hollow,
    side,
  }: { x: number; y: number; colour: string; hollow: boolean; side: 'left' | 'right' | 'above' },
): DrawnMark {
  const printed = printCell(cellOf(row, options.value), unitOf(table, options.value));
  const leftRoom = x - RADIUS - 6 - lineWidth(printed, SIZE.label, 700);
  const place = side === 'left' && leftRoom < 0 ? 'above' : side;
  const label = {
    left: () =>
      drawLine(frame, printed, x - RADIUS - 5, y, SIZE.label, 400, { anchor: 'end', halo: frame.palette.paper }),
    right: () => drawLine(frame, printed, x + RADIUS + 5, y, SIZE.label, 700, { halo: frame.palette.paper }),
    above: () =>
      drawLine(frame, printed, x, y - RADIUS - 9, SIZE.label, 400, { anchor: 'middle', halo: frame.palette.paper }),
  }[place]();
  const dot = hollow
    ? `<circle cx="${at(x)}" cy="${at(y)}" r="${RADIUS - 1}" fill="${frame.palette.paper}" stroke="${colour}" stroke-width="2.5"/>`
    : `<circle cx="${at(x)}" cy="${at(y)}" r="${RADIUS}" fill="${colour}"/>`;
  return { key: markKey(row), sentence: sentenceOf(table, row, options), svg: dot + label };
}

function drawWaveKey(
  frame: Frame,
  waves: readonly { label: string; colour: string; hollow: boolean }[],
  left: number,
): { svg: string; height: number } {
  let x = left;
  let svg = '';
  for (const { label, colour, hollow } of waves) {
    svg += hollow
      ? `<circle cx="${at(x + RADIUS)}" cy="10" r="${RADIUS - 1}" fill="${frame.palette.paper}" stroke="${colour}" stroke-width="2.5"/>`
      : `<circle cx="${at(x + RADIUS)}" cy="10" r="${RADIUS}" fill="${colour}"/>`;
    svg += drawLine(frame, label, x + RADIUS * 2 + 6, 10, SIZE.small, 600);
    x += RADIUS * 2 + 6 + lineWidth(label, SIZE.small, 600) + 20;
  }
  return { svg, height: 32 };
}

function sentenceOf(table: PublishedTable, row: PublishedRow, { category, series, value }: DumbbellOptions): string {
  return `${labelOfCode(table, category, codeOf(row, category))}, ${labelOfCode(table, series, codeOf(row, series))} : ${sayCell(cellOf(row, value), unitOf(table, value))}`;
}
