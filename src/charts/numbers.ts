import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedTable } from '../model/table.ts';
import { cellOf, markKey, type PublishedRow, printCell, sayCell, textOf, unitOf } from './rows.ts';
import { block, type DrawnMark, drawBlock, drawNothing, finish, isNarrow } from './svg.ts';

export interface NumbersOptions {
  readonly category: string;
  /** A measure, or several of different units of which each row has one. */
  readonly value: string | readonly string[];
  /** Attribute with a few words below the label. */
  readonly detail?: string;
}

/** A block of big numbers, at most four a line (two when narrow), each with what it counts. */
export function numbers(table: PublishedTable, options: NumbersOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const narrow = isNarrow(frame);
  const columns = Math.min(table.rows.length, narrow ? 2 : frame.width < 640 ? 3 : 4);
  const gap = 20;
  const width = (frame.width - gap * (columns - 1)) / columns;
  const entries = table.rows.map((row) => {
    const measure = measureIn(row, options.value);
    const cell = cellOf(row, measure);
    const unit = unitOf(table, measure);
    return {
      row,
      cell,
      unit,
      number: fitNumber(printCell(cell, unit), width, narrow ? 34 : 44),
      label: block(textOf(table, row, options.category), width, narrow ? 14 : 15, 600),
      detail: block(options.detail ? textOf(table, row, options.detail) : '', width, 13),
    };
  });
  const marks: DrawnMark[] = [];
  let y = 0;
  for (let first = 0; first < entries.length; first += columns) {
    const line = entries.slice(first, first + columns);
    const numberHeight = Math.max(...line.map(({ number }) => number.height));
    line.forEach(({ row, cell, unit, number, label, detail }, i) => {
      const x = i * (width + gap);
      const svg =
        drawBlock(frame, number, x, y + numberHeight - number.height) +
        drawBlock(frame, label, x, y + numberHeight + 4) +
        drawBlock(frame, detail, x, y + numberHeight + 6 + label.height, { fill: frame.palette.soft });
      marks.push({
        key: markKey(row),
        sentence: `${textOf(table, row, options.category)} : ${sayCell(cell, unit)}`,
        svg,
      });
    });
    y += numberHeight + 6 + Math.max(...line.map(({ label, detail }) => label.height + detail.height)) + 24;
  }
  return finish(frame, { height: y - 22, marks, cells: entries.map(({ cell }) => cell) });
}

function measureIn(row: PublishedRow, value: string | readonly string[]): string {
  if (typeof value === 'string') return value;
  return value.find((measure) => measure in row.cells) ?? value[0]!;
}

/** The largest size at which the number stands on one line; below 24 px it wraps ("plus de" above the digits). */
function fitNumber(printed: string, width: number, size: number) {
  for (let tried = size; tried >= 24; tried -= 2) {
    const set = block(printed, width, tried, 'titre');
    if (set.lines.length === 1 && set.width <= width) return set;
  }
  return block(printed.replace(/^(plus de|près de|environ)\u00a0/, '$1 '), width, 24, 'titre');
}
