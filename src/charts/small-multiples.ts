import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedTable } from '../model/table.ts';
import { drawBar, overshoot, STUB } from './bar.ts';
import {
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

interface SmallMultiplesOptions {
  /** Dimension of the small pictures. */
  readonly facet: string;
  /** Dimension of the bars inside each, in one order for all. */
  readonly category: string;
  readonly value: string;
}

const BAR = 16;

/** The same small bars for each facet, on one scale and in one order, so that eyes can jump from one to the next. */
export function smallMultiples(table: PublishedTable, options: SmallMultiplesOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const { palette } = frame;
  const facets = codesOf(table, options.facet);
  const categories = codesOf(table, options.category);
  const unit = unitOf(table, options.value);
  const cells = table.rows.map((row) => cellOf(row, options.value));
  const columns = Math.min(facets.length, isNarrow(frame) || facets.length === 4 ? 2 : frame.width >= 600 ? 3 : 2);
  const gap = isNarrow(frame) ? 20 : 28;
  const width = (frame.width - gap * (columns - 1)) / columns;
  const longest = Math.max(...lengthsOf(cells), 0);
  const words =
    Math.max(...cells.map((cell) => lineWidth(printCell(cell, unit), SIZE.label, 700) + overshoot(cell))) + 7;
  const scale = longest > 0 ? (width - words) / longest : 0;
  const marks: DrawnMark[] = [];
  let under = '';
  let y = 0;
  for (let first = 0; first < facets.length; first += columns) {
    let bottom = y;
    facets.slice(first, first + columns).forEach((facet, column) => {
      const x = column * (width + gap);
      const heading = block(labelOfCode(table, options.facet, facet), width, 15, 700);
      under += `<path stroke="${palette.ink}" d="M${at(x)} ${at(y + 0.5)}h${at(width)}"/>${drawBlock(frame, heading, x, y + 7)}`;
      let top = y + heading.height + 16;
      for (const category of categories) {
        const row = table.rows.find(
          (one) => codeOf(one, options.facet) === facet && codeOf(one, options.category) === category,
        );
        const label = block(labelOfCode(table, options.category, category), width, SIZE.small);
        if (row) {
          const cell = cellOf(row, options.value);
          const length = (cell.value ?? 0) * scale;
          const end = cell.value === null ? STUB : length + overshoot(cell);
          marks.push({
            key: markKey(row),
            sentence: `${labelOfCode(table, options.facet, facet)}, ${textOf(table, row, options.category)} : ${sayCell(cell, unit)}`,
            svg:
              drawBlock(frame, label, x, top) +
              drawBar(frame, cell, { x, y: top + label.height + 1, length, thickness: BAR, fill: palette.own }) +
              drawLine(frame, printCell(cell, unit), x + end + 6, top + label.height + 1 + BAR / 2, SIZE.label, 700),
          });
        }
        top += label.height + BAR + 9;
      }
      bottom = Math.max(bottom, top);
    });
    y = bottom + 14;
  }
  return finish(frame, { height: y - 18, marks, under, cells });
}
