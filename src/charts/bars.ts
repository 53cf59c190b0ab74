import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedRow, PublishedTable } from '../model/table.ts';
import { drawBar, overshoot, STUB } from './bar.ts';
import { cellOf, codeOf, lengthsOf, markKey, printCell, sayCell, textOf, unitOf } from './rows.ts';
import {
  at,
  type Block,
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

interface BarsOptions {
  /** Dimension whose labels name the bars. */
  readonly category: string;
  /** Measure that gives their lengths. */
  readonly value: string;
  /** Key or attribute that gathers rows under a heading. */
  readonly group?: string;
  /** A second measure, shown as a line across the bar: "France : 55 %". */
  readonly compare?: { readonly measure: string; readonly label: string };
  /** 'value' (the default): longest first; 'given': the table's order. */
  readonly sort?: 'value' | 'given';
  /** Paint of a bar; the palette's `own` unless told. */
  readonly paint?: (row: PublishedRow, index: number) => string;
  /** Value at the end of the scale; the largest value unless told. */
  readonly max?: number;
  /** A few words under the label. */
  readonly detail?: (row: PublishedRow) => string | undefined;
}

interface Bar {
  readonly row: PublishedRow;
  readonly group: string;
  readonly label: Block;
  readonly detail: Block | undefined;
  readonly printed: string;
  readonly compared: string;
  readonly fill: string;
}

const VALUE_GAP = 7;
const COMPARE_GAP = 9;

/** Horizontal bars from zero, values at their ends, labels beside them (above them when narrow). */
export function bars(table: PublishedTable, options: BarsOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const narrow = isNarrow(frame);
  const unit = unitOf(table, options.value);
  const rows = sortRows(table, options);
  const labelRoom = narrow ? frame.width : Math.round(frame.width * 0.36);
  const drawn = rows.map((row, i): Bar => {
    const detail = options.detail?.(row);
    return {
      row,
      group: options.group ? textOf(table, row, options.group) : '',
      label: balancedBlock(textOf(table, row, options.category), labelRoom, SIZE.label, 600),
      detail: detail ? balancedBlock(detail, labelRoom, SIZE.small, 400) : undefined,
      printed: printCell(cellOf(row, options.value), unit),
      compared: compareText(table, row, options),
      fill: options.paint?.(row, i) ?? frame.palette.own,
    };
  });

  const left = narrow
    ? 0
    : Math.ceil(Math.max(...drawn.map(({ label, detail }) => Math.max(label.width, detail?.width ?? 0)))) + 12;
  const scale = fitScale(drawn, options, frame.width - left);
  const many = rows.length > 10;
  const thickness = narrow ? (many ? 13 : 20) : many ? 18 : 22;
  const gap = many ? 8 : 14;

  let y = 0;
  let under = '';
  let group: string | undefined;
  let top: number | undefined;
  const marks: DrawnMark[] = [];
  const baseline = (until: number) =>
    top === undefined ? '' : `<path stroke="${frame.palette.ink}" d="M${at(left + 0.5)} ${at(top)}V${at(until)}"/>`;
  for (const bar of drawn) {
    if (options.group && bar.group !== group) {
      if (!narrow) under += baseline(y - gap + 5);
      group = bar.group;
      const heading = balancedBlock(bar.group, frame.width, SIZE.label, 700);
      y += top === undefined ? 0 : 10;
      under += drawBlock(frame, heading, 0, y, { fill: frame.palette.soft });
      y += heading.height + 8;
      top = y - 5;
    }
    top ??= y;
    const cell = cellOf(bar.row, options.value);
    const textHeight = bar.label.height + (bar.detail?.height ?? 0);
    const height = narrow ? textHeight + 3 + thickness : Math.max(thickness, textHeight);
    const barTop = narrow ? y + textHeight + 3 : y + (height - thickness) / 2;
    const labelTop = narrow ? y : y + (height - textHeight) / 2;
    const x = narrow ? 0 : left - 12;
    const anchor = narrow ? 'start' : 'end';
    const length = (cell.value ?? 0) * scale;
    const compareAt = options.compare ? (cellOf(bar.row, options.compare.measure).value ?? 0) * scale : 0;
    const valueAt = left + Math.max(cell.value === null ? STUB : length + overshoot(cell), compareAt) + VALUE_GAP;
    const middle = barTop + thickness / 2;
    const svg = [
      drawBlock(frame, bar.label, x, labelTop, { anchor }),
      bar.detail
        ? drawBlock(frame, bar.detail, x, labelTop + bar.label.height, { anchor, fill: frame.palette.soft })
        : '',
      drawBar(frame, cell, { x: left, y: barTop, length, thickness, fill: bar.fill }),
      compareAt ? drawTick(frame, left + compareAt, barTop, thickness) : '',
      drawLine(frame, bar.printed, valueAt, middle, SIZE.value, 700),
      drawLine(
        frame,
        bar.compared,
        valueAt + lineWidth(bar.printed, SIZE.value, 700) + COMPARE_GAP,
        middle,
        SIZE.small,
        400,
        {
          fill: frame.palette.soft,
        },
      ),
    ].join('');
    marks.push({ key: markKey(bar.row), sentence: sentenceOf(table, bar.row, options), svg });
    y += height + gap;
  }
  if (!narrow) under += baseline(y - gap + 5);
  return finish(frame, {
    height: y - gap + 6,
    marks,
    over: narrow ? '' : under,
    under: narrow ? under : '',
    cells: rows.flatMap((row) => [
      cellOf(row, options.value),
      ...(options.compare ? [cellOf(row, options.compare.measure)] : []),
    ]),
  });
}

function sortRows(table: PublishedTable, { value, sort = 'value', group }: BarsOptions): PublishedRow[] {
  if (sort === 'given') return [...table.rows];
  const order = group ? [...new Set(table.rows.map((row) => codeOf(row, group)))] : [];
  const groupRank = (row: PublishedRow) => (group ? order.indexOf(codeOf(row, group)) : 0);
  const size = (row: PublishedRow) => cellOf(row, value).value ?? -1;
  return [...table.rows].sort((a, b) => groupRank(a) - groupRank(b) || size(b) - size(a));
}

function compareText(table: PublishedTable, row: PublishedRow, { compare }: BarsOptions): string {
  if (!compare) return '';
  return `${compare.label} : ${printCell(cellOf(row, compare.measure), unitOf(table, compare.measure))}`;
}

/** Pixels for one unit of value, as large as lets every bar and what is written after it stand in `room` px. */
function fitScale(drawn: readonly Bar[], { value, compare, max }: BarsOptions, room: number): number {
  const largest = Math.max(
    max ?? 0,
    ...lengthsOf(drawn.map(({ row }) => cellOf(row, value))),
    ...(compare ? lengthsOf(drawn.map(({ row }) => cellOf(row, compare.measure))) : []),
  );
  if (largest === 0) return 0;
  let scale = room / largest;
  for (const { row, printed, compared } of drawn) {
    const cell = cellOf(row, value);
    const reach = Math.max(cell.value ?? 0, compare ? (cellOf(row, compare.measure).value ?? 0) : 0);
    const words =
      lineWidth(printed, SIZE.value, 700) + (compared ? COMPARE_GAP + lineWidth(compared, SIZE.small, 400) : 0);
    const free = Math.max(40, room - words - VALUE_GAP - overshoot(cell) - 1);
    if (reach > 0) scale = Math.min(scale, free / reach);
  }
  return scale;
}

function drawTick(frame: Frame, x: number, y: number, thickness: number): string {
  const d = `M${at(x)} ${at(y - 4)}v${thickness + 8}`;
  return `<path stroke="${frame.palette.paper}" stroke-width="7" d="${d}"/><path stroke="${frame.palette.grey}" stroke-width="3" d="${d}"/>`;
}

function sentenceOf(
  table: PublishedTable,
  row: PublishedRow,
  { category, value, group, compare }: BarsOptions,
): string {
  const subject = [group && textOf(table, row, group), textOf(table, row, category)].filter(Boolean).join(', ');
  const compared = compare
    ? ` ; ${compare.label} : ${sayCell(cellOf(row, compare.measure), unitOf(table, compare.measure))}`
    : '';
  return `${subject} : ${sayCell(cellOf(row, value), unitOf(table, value))}${compared}`;
}
