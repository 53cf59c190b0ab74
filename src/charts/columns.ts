import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedTable } from '../model/table.ts';
import { STUB } from './bar.ts';
import { bars } from './bars.ts';
import { cellOf, codeOf, codesOf, lengthsOf, markKey, printCell, sayCell, textOf, unitOf } from './rows.ts';
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
  SIZE,
} from './svg.ts';

interface ColumnsOptions {
  readonly category: string;
  readonly value: string;
}

const HEIGHT = 220;

/** Upright columns of ordered classes, values on top, labels below; lying bars when narrow or when labels are long. */
export function columns(table: PublishedTable, options: ColumnsOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const order = codesOf(table, options.category);
  const rows = [...table.rows].sort(
    (a, b) => order.indexOf(codeOf(a, options.category)) - order.indexOf(codeOf(b, options.category)),
  );
  const slot = frame.width / rows.length;
  const labels = rows.map((row) => block(textOf(table, row, options.category), slot - 8, SIZE.small));
  const unit = unitOf(table, options.value);
  const cells = rows.map((row) => cellOf(row, options.value));
  const tooTight =
    slot < 44 ||
    labels.some(({ lines }) => lines.length > 3) ||
    cells.some((cell) => lineWidth(printCell(cell, unit), SIZE.value, 700) > slot - 4);
  if (isNarrow(frame) || tooTight) return bars({ ...table, rows }, { ...options, sort: 'given' }, frame);

  const largest = Math.max(...lengthsOf(cells), 0);
  const base = 26 + HEIGHT;
  const thickness = Math.min(slot * 0.78, 90);
  const marks = rows.map((row, i): DrawnMark => {
    const cell = cells[i]!;
    const middle = slot * (i + 0.5);
    const length = cell.value === null ? STUB : largest > 0 ? (cell.value / largest) * HEIGHT : 0;
    const shape = `<path fill="${cell.value === null ? hatch(frame) : frame.palette.own}"${cell.value === null ? ` stroke="${frame.palette.grey}"` : ''} d="M${at(middle - thickness / 2)} ${at(base)}v${at(-length)}h${at(thickness)}v${at(length)}z"/>`;
    return {
      key: markKey(row),
      sentence: `${textOf(table, row, options.category)} : ${sayCell(cell, unit)}`,
      svg:
        shape +
        drawLine(frame, printCell(cell, unit), middle, base - length - 12, SIZE.value, 700, { anchor: 'middle' }) +
        drawBlock(frame, labels[i]!, middle, base + 8, { anchor: 'middle' }),
    };
  });
  return finish(frame, {
    height: base + 8 + Math.max(...labels.map(({ height }) => height)),
    marks,
    over: `<path stroke="${frame.palette.ink}" d="M0 ${base + 0.5}H${frame.width}"/>`,
    cells,
  });
}
