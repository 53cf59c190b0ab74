import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedRow, PublishedTable } from '../model/table.ts';
import { cellOf, markKey, printCell, sayCell, textOf, unitOf } from './rows.ts';
import {
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

interface NumbersOptions {
  readonly category: string;
  /** A measure, or several of different units of which each row has one. */
  readonly value: string | readonly string[];
  /** Attribute with a few words below the label. */
  readonly detail?: string;
}

/** Room above the digits for "plus de", "environ", "près de", in px. */
const PRECISION = 18;

/** A block of big numbers, at most four a line (two when narrow), each with what it counts. */
export function numbers(table: PublishedTable, options: NumbersOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const narrow = isNarrow(frame);
  const lines = Math.ceil(table.rows.length / (narrow ? 2 : frame.width < 600 ? 3 : 4));
  const columns = Math.ceil(table.rows.length / lines);
  const gap = 20;
  const width = (frame.width - gap * (columns - 1)) / columns;
  const entries = table.rows.map((row) => {
    const measure = measureIn(row, options.value);
    const cell = cellOf(row, measure);
    const unit = unitOf(table, measure);
    const { precision = 'exact', ...plain } = cell;
    return {
      row,
      cell,
      unit,
      precision: precision === 'exact' ? '' : precision,
      number: printCell(plain, unit),
      label: balancedBlock(textOf(table, row, options.category), width, narrow ? 14 : 15, 600),
      detail: balancedBlock(options.detail ? textOf(table, row, options.detail) : '', width, SIZE.small, 400),
    };
  });
  const size = fitSize(
    entries.map(({ number }) => number),
    width,
    narrow ? 36 : 46,
  );
  const marks: DrawnMark[] = [];
  let y = 0;
  for (let first = 0; first < entries.length; first += columns) {
    const line = entries.slice(first, first + columns);
    const top = y + (line.some(({ precision }) => precision) ? PRECISION : 0);
    line.forEach(({ row, cell, unit, precision, number, label, detail }, i) => {
      const x = i * (width + gap);
      marks.push({
        key: markKey(row),
        sentence: `${textOf(table, row, options.category)} : ${sayCell(cell, unit)}`,
        svg: [
          drawLine(frame, precision, x, top - PRECISION / 2, 15, 600),
          drawLine(frame, number, x, top + size / 2, size, 'titre'),
          drawBlock(frame, label, x, top + size + 6),
          drawBlock(frame, detail, x, top + size + 9 + label.height, { fill: frame.palette.soft }),
        ].join(''),
      });
    });
    y = top + size + 9 + Math.max(...line.map(({ label, detail }) => label.height + detail.height)) + 24;
  }
  return finish(frame, { height: y - 22, marks, cells: entries.map(({ cell }) => cell) });
}

function measureIn(row: PublishedRow, value: string | readonly string[]): string {
  if (typeof value === 'string') return value;
  return value.find((measure) => measure in row.cells) ?? value[0]!;
}

/** The largest size, the same for all, at which every number stands on one line. */
function fitSize(printed: readonly string[], width: number, largest: number): number {
  const widest = Math.max(...printed.map((number) => lineWidth(number, largest, 'titre')));
  return Math.max(20, Math.min(largest, Math.floor((largest * width) / widest)));
}
