import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedTable } from '../model/table.ts';
import { STUB } from './bar.ts';
import { cellOf, lengthsOf, markKey, printCell, sayCell, textOf, unitOf } from './rows.ts';
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

export interface RangesOptions {
  readonly category: string;
  readonly low: string;
  readonly high: string;
  /** A middle value (median, mean), drawn as a line across the band. */
  readonly value?: string;
}

const THICKNESS = 14;

/** From a low to a high value on one axis from zero, one band a category, both ends printed. */
export function ranges(table: PublishedTable, options: RangesOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const { palette } = frame;
  const narrow = isNarrow(frame);
  const unit = unitOf(table, options.low);
  const measures = [options.low, options.high, ...(options.value ? [options.value] : [])];
  const cells = table.rows.flatMap((row) => measures.map((measure) => cellOf(row, measure)));
  const largest = Math.max(...lengthsOf(cells), 0);
  const words = Math.max(...cells.map((cell) => lineWidth(printCell(cell, unit), SIZE.label, 700)));
  const labels = table.rows.map((row) =>
    block(textOf(table, row, options.category), narrow ? frame.width : frame.width * 0.34, SIZE.label, 600),
  );
  const left = narrow ? 0 : Math.ceil(Math.max(...labels.map(({ width }) => width))) + 14;
  const x = (value: number) => left + (largest > 0 ? (value / largest) * (frame.width - left - words - 8) : 0);
  let y = 0;
  let under = '';
  const marks = table.rows.map((row, i): DrawnMark => {
    const label = labels[i]!;
    const above = options.value ? 16 : 0;
    const height = narrow ? label.height + above + 26 : Math.max(34 + above, label.height + 8);
    const middle = narrow ? y + label.height + above + 13 : y + above + (height - above) / 2;
    const low = cellOf(row, options.low);
    const high = cellOf(row, options.high);
    const central = options.value ? cellOf(row, options.value) : undefined;
    under += `<path stroke="${palette.line}" d="M${at(left)} ${at(middle)}H${frame.width}"/>`;
    const known = low.value !== null && high.value !== null;
    const lowText = printCell(low, unit);
    const band = known
      ? `<path fill="${palette.own}" fill-opacity=".35" d="M${at(x(low.value))} ${at(middle - THICKNESS / 2)}H${at(x(high.value))}v${THICKNESS}H${at(x(low.value))}z"/><path stroke="${palette.own}" stroke-width="3" d="M${at(x(low.value))} ${at(middle - THICKNESS / 2)}v${THICKNESS}M${at(x(high.value))} ${at(middle - THICKNESS / 2)}v${THICKNESS}"/>`
      : `<path fill="${hatch(frame)}" stroke="${palette.grey}" d="M${at(left)} ${at(middle - THICKNESS / 2)}h${STUB}v${THICKNESS}h-${STUB}z"/>`;
    const roomLeft = known ? x(low.value) - left - lineWidth(lowText, SIZE.label, 600) - 8 : 0;
    const ends = known
      ? drawLine(
          frame,
          roomLeft >= 0 ? lowText : `${lowText} à ${printCell(high, unit)}`,
          roomLeft >= 0 ? x(low.value) - 6 : x(high.value) + 7,
          middle,
          SIZE.label,
          600,
          { anchor: roomLeft >= 0 ? 'end' : 'start', halo: palette.paper },
        ) +
        (roomLeft >= 0
          ? drawLine(frame, printCell(high, unit), x(high.value) + 7, middle, SIZE.label, 600, { halo: palette.paper })
          : '')
      : drawLine(frame, low.value === null ? lowText : printCell(high, unit), left + STUB + 7, middle, SIZE.label, 600);
    const centre =
      central && central.value !== null && known
        ? `<path stroke="${palette.ink}" stroke-width="2.5" d="M${at(x(central.value))} ${at(middle - 10)}v20"/>${drawLine(frame, printCell(central, unit), x(central.value), middle - 20, SIZE.label, 700, { anchor: 'middle' })}`
        : '';
    const svg =
      drawBlock(frame, label, narrow ? 0 : left - 14, narrow ? y : middle - label.height / 2, {
        anchor: narrow ? 'start' : 'end',
      }) +
      band +
      ends +
      centre;
    y += height + (narrow ? 10 : 0);
    const said = `de ${sayCell(low, unit)} à ${sayCell(high, unit)}${central ? `, au milieu ${sayCell(central, unit)}` : ''}`;
    return { key: markKey(row), sentence: `${textOf(table, row, options.category)} : ${said}`, svg };
  });
  return finish(frame, { height: y, marks, under, cells });
}
