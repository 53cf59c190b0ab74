import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedCell } from '../model/table.ts';
import type { Unit } from '../model/unit.ts';
import { NO_BREAK } from '../text/number.ts';
import { formatValue } from '../text/value.ts';
import { STUB } from './bar.ts';
import { type Flow, type FlowTables, readFlow } from './flow.ts';
import { type Change, changesBetween, type Fate } from './flow-changes.ts';
import { totalOf } from './flow-ink.ts';
import { splitYears } from './flow-years.ts';
import { drawKey } from './key.ts';
import { printCell, sayCell, unitOf } from './rows.ts';
import type { SankeyOptions } from './sankey.ts';
import {
  at,
  type Block,
  balancedBlock,
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
import { textureOf } from './textures.ts';

/** The exercices compared, by name, and what all is drawn with. */
interface Comparison {
  readonly before: string;
  readonly after: string;
  readonly unit: Unit;
  readonly frame: Frame;
}

interface Row {
  readonly change: Change;
  readonly sentence: string;
  readonly name: Block;
  readonly amounts: Block;
  readonly printed: string;
}

/** Px: thickness of a bar, of one on a narrow frame; between rows; before what is written at the end of a bar. */
const BAR = 18;
const NARROW_BAR = 11;
const GAP = 9;
const PAD = 6;

/**
 * What grew, shrank, came and went between the first and the last exercice (tables with a further key, `exercice`): for
 * each node, in the author's order, a bar to the right or to the left of zero, the difference at its end, one scale.
 */
export function flowDifference(tables: FlowTables, options: Pick<SankeyOptions, 'colonnes'>, frame: Frame): Drawing {
  const years = splitYears(tables);
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return drawNothing(frame);
  const unit = unitOf(tables.liens, 'montant');
  const flows = [readFlow(first.tables), readFlow(last.tables)] as const;
  const comparison = { before: first.label, after: last.label, unit, frame };
  const groups = changesBetween(...flows).map(({ column, changes }) => ({
    title: options.colonnes?.[column] ?? '',
    column,
    rows: changes.map((change) => rowOf(comparison, change)),
  }));
  const axis = layAxis(
    groups.flatMap(({ rows }) => rows),
    frame,
  );
  const head = drawHead(comparison, flows);
  let y = head.height;
  let under = head.svg;
  const marks: DrawnMark[] = [];
  for (const { title, rows } of groups) {
    const heading = block(title, frame.width, SIZE.label, 700);
    under += drawBlock(frame, heading, 0, y + 6);
    y += heading.height + 14;
    const top = y;
    for (const row of rows) {
      const drawn = drawRow(frame, row, axis, y);
      marks.push({ key: row.change.key, sentence: row.sentence, svg: drawn.svg });
      y += drawn.height + GAP;
    }
    if (!isNarrow(frame)) under += drawZero(frame, axis, top - 4, y - GAP + 4);
    y += 8;
  }
  return finish(frame, {
    height: y - GAP,
    marks,
    under,
    cells: flows.flatMap(({ columns }) => columns.flat().map(({ cell }) => cell)),
  });
}

function rowOf(comparison: Comparison, change: Change): Row {
  const { unit, frame } = comparison;
  const { label } = change;
  const printed = printDifference(change, unit);
  const width = isNarrow(frame) ? frame.width - lineWidth(printed, SIZE.label, 700) - 12 : frame.width * 0.3;
  return {
    change,
    sentence: sayChange(comparison, label, change),
    name: balancedBlock(label, width, SIZE.label, 600),
    amounts: block(printAmounts(change, unit), width, SIZE.note),
    printed,
  };
}

/** "208 k€ → 180 k€"; one amount where there is one exercice only, or no difference. */
function printAmounts({ before, after, fate }: Change, unit: Unit): string {
  const cells = fate === 'same' ? [after] : [before, after];
  return cells.flatMap((cell) => (cell ? [printCell(cell, unit)] : [])).join(' → ');
}

function printDifference({ difference, fate, before, after }: Change, unit: Unit): string {
  if (difference === null) {
    const hidden = [before, after].find((cell) => cell?.value === null) as PublishedCell;
    return printCell(hidden, unit);
  }
  if (fate === 'same') return 'inchangé';
  const amount = `${difference < 0 ? '−' : '+'}${NO_BREAK}${formatValue(Math.abs(difference), unit, { short: true, bare: true })}`;
  return { came: `nouveau ${amount}`, went: `disparu ${amount}` }[fate as string] ?? amount;
}

function sayChange({ before, after, unit }: Comparison, name: string, change: Change): string {
  const { fate, difference } = change;
  const said = (cell: PublishedCell | undefined) => (cell ? sayCell(cell, unit) : '');
  if (fate === 'came') return `${name} : nouveau, ${said(change.after)} (${after})`;
  if (fate === 'went') return `${name} : disparu, ${said(change.before)} (${before})`;
  const amounts = `${name} : ${said(change.before)} (${before}), ${said(change.after)} (${after})`;
  if (difference === null) return amounts;
  if (difference === 0) return `${amounts}, inchangé`;
  return `${amounts}, soit ${formatValue(Math.abs(difference), unit)} de ${difference < 0 ? 'moins' : 'plus'}`;
}

interface Axis {
  /** Where zero stands, and px for one unit of value. */
  readonly zero: number;
  readonly scale: number;
}

/** The largest scale at which every bar and what is written at its end fit beside the names (below them when narrow). */
function layAxis(rows: readonly Row[], frame: Frame): Axis {
  const left = isNarrow(frame)
    ? 0
    : Math.ceil(Math.max(...rows.map(({ name, amounts }) => Math.max(name.width, amounts.width)))) + 14;
  const room = frame.width - left - 2;
  const sides = [-1, 1].map((sign) =>
    rows
      .filter(({ change }) => (sign < 0 ? (change.difference ?? 0) < 0 : (change.difference ?? 0) >= 0))
      .map(({ change, printed }) => ({ size: Math.abs(change.difference ?? 0), words: wordsOf(printed) })),
  );
  const narrow = isNarrow(frame);
  const reach = (side: (typeof sides)[number], scale: number) =>
    Math.max(0, ...side.map(({ size, words }) => size * scale + (narrow ? 0 : words)));
  const largest = Math.max(0, ...sides.flat().map(({ size }) => size));
  let [scale, beyond] = [0, largest > 0 ? room / largest : 0];
  for (let i = 0; i < 30; i++) {
    const tried = (scale + beyond) / 2;
    if (reach(sides[0]!, tried) + reach(sides[1]!, tried) <= room) scale = tried;
    else beyond = tried;
  }
  return { zero: left + 1 + reach(sides[0]!, scale), scale };
}

const wordsOf = (printed: string): number => STUB + PAD + lineWidth(printed, SIZE.label, 700);

function drawRow(frame: Frame, row: Row, axis: Axis, y: number): { svg: string; height: number } {
  return isNarrow(frame) ? drawNarrowRow(frame, row, axis, y) : drawWideRow(frame, row, axis, y);
}

/** Names at the left, the bar beside them, the difference at its end. */
function drawWideRow(frame: Frame, row: Row, { zero, scale }: Axis, y: number): { svg: string; height: number } {
  const { change, name, amounts, printed } = row;
  const words = name.height + amounts.height;
  const height = Math.max(words, BAR);
  const [wordsTop, barTop] = [y + (height - words) / 2, y + (height - BAR) / 2];
  const bar = barOf(change, { zero, scale }, barTop, BAR);
  const sign = bar.x < zero ? -1 : 1;
  return {
    height,
    svg: [
      drawBlock(frame, name, 0, wordsTop),
      drawBlock(frame, amounts, 0, wordsTop + name.height, { fill: frame.palette.soft }),
      drawBar(frame, change.fate, bar),
      drawLine(frame, printed, zero + sign * (bar.width + PAD), barTop + BAR / 2, SIZE.label, 700, {
        anchor: sign < 0 ? 'end' : 'start',
        ...(change.difference ? {} : { fill: frame.palette.soft }),
      }),
    ].join(''),
  };
}

/** The name and the difference on one line, then the two amounts, then the bar as wide as the frame allows. */
function drawNarrowRow(frame: Frame, row: Row, axis: Axis, y: number): { svg: string; height: number } {
  const { change, name, amounts, printed } = row;
  const words = name.height + amounts.height;
  const barTop = y + words + 2;
  return {
    height: words + 2 + NARROW_BAR + 3,
    svg: [
      drawBlock(frame, name, 0, y),
      drawLine(frame, printed, frame.width, y + name.lineHeight / 2, SIZE.label, 700, { anchor: 'end' }),
      drawBlock(frame, amounts, 0, y + name.height, { fill: frame.palette.soft }),
      drawBar(frame, change.fate, barOf(change, axis, barTop, NARROW_BAR)),
      drawZero(frame, axis, barTop - 1, barTop + NARROW_BAR + 1),
    ].join(''),
  };
}

function barOf({ difference }: Change, { zero, scale }: Axis, y: number, height: number): Box {
  const width = difference === null ? STUB : Math.abs(difference) * scale;
  return { x: (difference ?? 0) < 0 ? zero - width : zero, y, width, height };
}

const drawZero = ({ palette }: Frame, { zero }: Axis, top: number, bottom: number): string =>
  `<path stroke="${palette.ink}" d="M${at(zero)} ${at(top)}V${at(bottom)}"/>`;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** More is solid, less is striped, what is in one exercice only is hollow: sign, word and pattern say it beside the colour. */
function drawBar(frame: Frame, fate: Fate, { x, y, width, height }: Box): string {
  if (width <= 0) return '';
  const box = (inset: number) =>
    `M${at(x + inset)} ${at(y + inset)}h${at(Math.max(0.5, width - 2 * inset))}v${at(height - 2 * inset)}h${at(-Math.max(0.5, width - 2 * inset))}z`;
  const { fill, texture, hollow } = paintOf(frame, fate);
  if (hollow) return `<path fill="${frame.palette.paper}" stroke="${fill}" stroke-width="2" d="${box(1)}"/>`;
  return `<path fill="${fill}" d="${box(0)}"/>${texture ? `<path fill="${texture}" d="${box(0)}"/>` : ''}`;
}

/** Which texture stripes what shrank. */
const STRIPES = 9;

function paintOf(frame: Frame, fate: Fate): { fill: string; texture?: string | undefined; hollow?: boolean } {
  const [more = '', less = ''] = frame.palette.series;
  if (fate === 'unknown') return { fill: hatch(frame) };
  if (fate === 'came' || fate === 'went') return { fill: fate === 'came' ? more : less, hollow: true };
  return fate === 'shrank' ? { fill: less, texture: textureOf(frame, STRIPES, true) } : { fill: more };
}

/** The totals, and what the bars mean. */
function drawHead(
  { before, after, unit, frame }: Comparison,
  flows: readonly [Flow, Flow],
): { svg: string; height: number } {
  const [old, recent] = flows.map(totalOf);
  const known = old !== undefined && recent !== undefined;
  const print = (amount: number) => formatValue(amount, unit, { short: true, bare: true });
  const difference = known ? `, ${recent < old ? '−' : '+'}${NO_BREAK}${print(Math.abs(recent - old))}` : '';
  const said = known
    ? `Total : ${print(old)} (${before}) → ${print(recent)} (${after})${difference}`
    : `${before} → ${after}`;
  const total = block(said, frame.width, SIZE.label, 700);
  const entries = [
    { label: 'en hausse', ...paintOf(frame, 'grew') },
    { label: 'en baisse', ...paintOf(frame, 'shrank') },
    { label: 'nouveau', ...paintOf(frame, 'came') },
    { label: 'disparu', ...paintOf(frame, 'went') },
  ];
  const key = drawKey(frame, entries, 0, total.height + 6);
  return { svg: drawBlock(frame, total, 0, 0) + key.svg, height: total.height + 6 + key.height + 6 };
}
