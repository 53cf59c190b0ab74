import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedCell, PublishedTable } from '../model/table.ts';
import type { Unit } from '../model/unit.ts';
import { STUB } from './bar.ts';
import { cellOf, lengthsOf, markKey, printCell, sayCell, textOf, unitOf } from './rows.ts';
import {
  at,
  balancedBlock,
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

interface RangesOptions {
  readonly category: string;
  readonly low: string;
  readonly high: string;
  /** A middle value (median, mean), drawn as a line across the band. */
  readonly value?: string;
  /** The palette's `own` unless told. */
  readonly paint?: string;
}

const THICKNESS = 20;

/** From a low to a high value on one axis from zero, one band a category, both ends printed (one, where they are equal). */
export function ranges(table: PublishedTable, options: RangesOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const { palette } = frame;
  const narrow = isNarrow(frame);
  const unit = unitOf(table, options.low);
  const measures = [options.low, options.high, ...(options.value ? [options.value] : [])];
  const cells = table.rows.flatMap((row) => measures.map((measure) => cellOf(row, measure)));
  const largest = Math.max(...lengthsOf(cells), 0);
  const words = Math.max(
    ...table.rows.map((row) => lineWidth(printCell(cellOf(row, options.high), unit), SIZE.label, 600)),
  );
  const labels = table.rows.map((row) =>
    balancedBlock(textOf(table, row, options.category), narrow ? frame.width : frame.width * 0.34, SIZE.label, 600),
  );
  const left = narrow ? 0 : Math.ceil(Math.max(...labels.map(({ width }) => width))) + 14;
  const scale = largest > 0 ? (frame.width - left - words - 9) / largest : 0;
  const above = options.value ? 18 : 0;
  let y = 0;
  let under = '';
  const marks = table.rows.map((row, i): DrawnMark => {
    const label = labels[i]!;
    const height = narrow ? label.height + above + 26 : Math.max(34, label.height + 8) + above;
    const middle = narrow ? y + label.height + above + 13 : y + above + (height - above) / 2;
    const [low, high] = [cellOf(row, options.low), cellOf(row, options.high)];
    const central = options.value ? cellOf(row, options.value) : undefined;
    const labelY = narrow ? y : middle - label.height / 2;
    under += `<path stroke="${palette.line}" d="M${at(left)} ${at(middle)}H${frame.width}"/>`;
    y += height + (narrow ? 10 : 0);
    const said =
      low.value !== null && low.value === high.value
        ? sayCell(low, unit)
        : `de ${sayCell(low, unit)} à ${sayCell(high, unit)}`;
    return {
      key: markKey(row),
      sentence: `${textOf(table, row, options.category)} : ${said}${central ? `, au milieu ${sayCell(central, unit)}` : ''}`,
      svg: [
        drawBlock(frame, label, narrow ? 0 : left - 14, labelY, { anchor: narrow ? 'start' : 'end' }),
        drawBand(frame, { low, high, central, unit }, { left, middle, scale }, options.paint ?? palette.own),
      ].join(''),
    };
  });
  if (!narrow) under += `<path stroke="${palette.ink}" d="M${at(left + 0.5)} 4V${at(y - 4)}"/>`;
  return finish(frame, { height: y, marks, under, cells });
}

interface Band {
  readonly low: PublishedCell;
  readonly high: PublishedCell;
  readonly central: PublishedCell | undefined;
  readonly unit: Unit;
}

function drawBand(
  frame: Frame,
  { low, high, central, unit }: Band,
  { left, middle, scale }: { left: number; middle: number; scale: number },
  paint: string,
): string {
  const { palette } = frame;
  const top = middle - THICKNESS / 2;
  const [lowText, highText] = [printCell(low, unit), printCell(high, unit)];
  if (low.value === null || high.value === null) {
    const known = low.value === null ? highText : lowText;
    const sign = low.value === null ? lowText : highText;
    return (
      `<path fill="${hatch(frame)}" stroke="${palette.grey}" d="M${at(left)} ${at(top)}h${STUB}v${THICKNESS}h-${STUB}z"/>` +
      drawLine(frame, known === sign ? sign : `${lowText} à ${highText}`, left + STUB + 7, middle, SIZE.label, 600)
    );
  }
  const [from, to] = [left + low.value * scale, left + high.value * scale];
  const line = (text: string, x: number, anchor: 'start' | 'end' = 'start') =>
    drawLine(frame, text, x, middle, SIZE.label, 600, { anchor, halo: palette.paper });
  const width = lineWidth(lowText, SIZE.label, 600);
  const ends = `<path stroke="${paint}" stroke-width="3" d="M${at(from)} ${at(top)}v${THICKNESS}M${at(to)} ${at(top)}v${THICKNESS}"/>`;
  const band = `<path fill="${paint}" fill-opacity=".3" d="M${at(from)} ${at(top)}H${at(to)}v${THICKNESS}H${at(from)}z"/>${ends}`;
  const centre =
    central && central.value !== null
      ? drawCentre(frame, printCell(central, unit), left + central.value * scale, middle)
      : '';
  // The low end is printed before the band, else inside it, else after it with the high end.
  if (low.value === high.value) return band + centre + line(lowText, to + 7);
  if (from - left > width + 8) return band + centre + line(lowText, from - 6, 'end') + line(highText, to + 7);
  const clear = central?.value == null || (central.value - low.value) * scale > width + 14;
  if (to - from > width + 16 && clear) {
    return band + centre + drawLine(frame, lowText, from + 7, middle, SIZE.label, 600) + line(highText, to + 7);
  }
  return band + centre + line(`${lowText} à ${highText}`, to + 7);
}

function drawCentre(frame: Frame, printed: string, x: number, middle: number): string {
  const half = lineWidth(printed, SIZE.label, 700) / 2;
  const labelX = Math.min(Math.max(x, half), frame.width - half);
  return (
    `<path stroke="${frame.palette.ink}" stroke-width="2.5" d="M${at(x)} ${at(middle - 11)}v22"/>` +
    drawLine(frame, printed, labelX, middle - 20, SIZE.label, 700, { anchor: 'middle' })
  );
}
