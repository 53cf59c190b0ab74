import { tickStep, ticks } from 'd3';
import type { Drawing, Frame } from '../model/drawing.ts';
import type { PublishedCell, PublishedRow, PublishedTable } from '../model/table.ts';
import { formatNumber } from '../text/number.ts';
import { cellOf, lengthsOf, markKey, printCell, sayCell, unitOf } from './rows.ts';
import { spread } from './spread.ts';
import {
  at,
  type Block,
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

interface RulerOptions {
  /** Who counts, or when: written after the number. */
  readonly label: (row: PublishedRow) => string;
  /** Perimeter, source: written smaller, under the number. */
  readonly detail: (row: PublishedRow) => string;
  readonly value: string;
  /** Solid, in the region's own colour and above the ruler; or hollow, grey and below it. */
  readonly filled: (row: PublishedRow) => boolean;
}

/** One count: where it stands along the ruler, px from zero, and its words. */
interface Count {
  readonly key: string;
  readonly sentence: string;
  readonly cell: PublishedCell;
  readonly filled: boolean;
  readonly x: number;
  readonly printed: string;
  readonly label: string;
  readonly detail: string;
}

const RADIUS = 6;
/** Thickness of the ruler in px: its numbers are written on it. */
const BAND = 26;
/** Thickness of a standing ruler, whose numbers stand beside the marks. */
const STANDING = 38;
const EDGE = 14;
const NUMBER_SIZE = 22;
const NUMBER_HEIGHT = 25;
const GAP = 12;
/** Px under which words to the left of their stem would be broken too small: they go to its right. */
const LEAST_WIDTH = 130;
/** Px above which a label does not stand beside its number. */
const MOST_BESIDE = 160;

/**
 * Every count on one ruler from zero. Wide, the ruler lies: solid counts hang their words above it, hollow ones below,
 * as steps of a stair, so that no word meets another count's stem. Narrow, it stands, with all words at its right.
 */
export function ruler(table: PublishedTable, options: RulerOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const unit = unitOf(table, options.value);
  const cells = table.rows.map((row) => cellOf(row, options.value));
  const largest = Math.max(...lengthsOf(cells), 0);
  const narrow = isNarrow(frame);
  const words = table.rows.map((row, i) => {
    const [printed, label, detail] = [printCell(cells[i]!, unit), options.label(row), options.detail(row)];
    const isShort = lineWidth(label, SIZE.label, 400) <= MOST_BESIDE;
    return {
      key: markKey(row),
      cell: cells[i]!,
      filled: options.filled(row),
      printed,
      // A long label goes under the number, where it may take several lines.
      label: isShort ? label : '',
      detail: isShort ? detail : [label, detail].filter(Boolean).join(' · '),
      sentence: [sayCell(cells[i]!, unit), label, detail].filter(Boolean).join(', '),
    };
  });
  const length = narrow ? Math.max(300, table.rows.length * 60) : frame.width - 2 * EDGE;
  const scale = largest > 0 ? length / largest : 0;
  const counts = words.map((word) => ({ ...word, x: (word.cell.value ?? 0) * scale }));
  const { height, marks, under } = narrow
    ? drawStanding(counts, { length, largest, scale }, frame)
    : drawLying(counts, { length, largest, scale }, frame);
  return finish(frame, { height, marks, under, cells });
}

interface Measure {
  readonly length: number;
  readonly largest: number;
  readonly scale: number;
}

interface Picture {
  readonly height: number;
  readonly marks: readonly DrawnMark[];
  readonly under: string;
}

/** The words of a count beside its stem, `left` or right of it, on a step of the stair (1 is next to the ruler). */
interface Step {
  readonly count: Count;
  readonly side: 'left' | 'right';
  readonly detail: Block;
  readonly height: number;
  readonly level: number;
  /** What the words take along the ruler, their stem included. */
  readonly from: number;
  readonly to: number;
}

function drawLying(counts: readonly Count[], measure: Measure, frame: Frame): Picture {
  const above = stair(
    counts.filter(({ filled }) => filled),
    frame,
  );
  const below = stair(
    counts.filter(({ filled }) => !filled),
    frame,
  );
  const heightOf = (steps: readonly Step[]) =>
    [...Map.groupBy(steps, ({ level }) => level).values()].reduce(
      (sum, level) => sum + Math.max(...level.map(({ height }) => height)) + GAP,
      0,
    );
  const top = heightOf(above) + (above.length ? RADIUS : 0);
  const bottom = top + BAND;
  const draw = (step: Step, steps: readonly Step[]): DrawnMark => {
    const { count, side, detail, height } = step;
    const x = EDGE + count.x;
    const inner = heightOf(steps.filter(({ level }) => level < step.level)) + RADIUS + 4;
    const wordsTop = count.filled ? top - inner - height : bottom + inner;
    const anchor = side === 'left' ? ('end' as const) : ('start' as const);
    const wordsAt = side === 'left' ? x - 7 : x + 7;
    const edge = count.filled ? top : bottom;
    const tip = count.filled ? wordsTop + 3 : wordsTop + height - 3;
    const after = lineWidth(count.printed, NUMBER_SIZE, 'titre') + 8;
    const [numberAt, labelAt] =
      side === 'left' ? [wordsAt - lineWidth(count.label, SIZE.label, 400) - 8, wordsAt] : [wordsAt, wordsAt + after];
    return {
      key: count.key,
      sentence: count.sentence,
      svg: [
        `<path stroke="${paintOf(count, frame)}" stroke-width="1.5" d="M${at(x)} ${at(edge)}V${at(tip)}"/>`,
        drawDot(count, x, edge, frame, 'lying'),
        drawLine(frame, count.printed, numberAt, wordsTop + 12, NUMBER_SIZE, 'titre', { anchor }),
        drawLine(frame, count.label, labelAt, wordsTop + 14, SIZE.label, 400, { anchor, fill: frame.palette.soft }),
        drawBlock(frame, detail, wordsAt, wordsTop + NUMBER_HEIGHT, { anchor, fill: frame.palette.soft }),
      ].join(''),
    };
  };
  const steps = new Map(
    [...above, ...below].map((step) => [step.count, draw(step, step.count.filled ? above : below)]),
  );
  return {
    height: bottom + heightOf(below),
    marks: counts.map((count) => steps.get(count)!),
    under: drawBand(measure, { x: EDGE, y: top }, frame, 'lying'),
  };
}

/**
 * Steps for the counts of one side of the ruler, each as near to it as lets its words meet no other words and no stem.
 * Words go left of their stem where they have room, smallest count first; else right, and then beyond those.
 */
function stair(counts: readonly Count[], frame: Frame): readonly Step[] {
  const left: { count: Count; room: number }[] = [];
  const right: { count: Count; room: number }[] = [];
  let limit = 0;
  for (const count of counts.toSorted((a, b) => a.x - b.x)) {
    const x = EDGE + count.x;
    const room = x - 7 - limit;
    if (room >= Math.max(LEAST_WIDTH, numberLine(count))) left.push({ count, room });
    else {
      right.push({ count, room: frame.width - x - 7 });
      limit = x + 6;
    }
  }
  const steps: Step[] = [];
  for (const { count, room } of left) steps.push(seat(count, 'left', room, steps));
  for (const { count, room } of right.toReversed()) steps.push(seat(count, 'right', room, steps));
  return steps;
}

function seat(count: Count, side: Step['side'], room: number, seated: readonly Step[]): Step {
  const detail = block(count.detail, Math.max(60, room), SIZE.label);
  const width = Math.max(detail.width, numberLine(count)) + 7;
  const x = EDGE + count.x;
  const [from, to] = side === 'left' ? [x - width, x] : [x, x + width];
  const isFree = (level: number) =>
    seated.every((other) => {
      const stem = EDGE + other.count.x;
      const overlaps = other.level === level && from < other.to + 8 && to > other.from - 8;
      const crosses = other.level > level && stem > from - 4 && stem < to + 4;
      const isCrossed = other.level < level && x > other.from - 4 && x < other.to + 4;
      return !overlaps && !crosses && !isCrossed;
    });
  const highest = Math.max(0, ...seated.map(({ level }) => level)) + 1;
  const level = Array.from({ length: highest }, (_, i) => i + 1).find(isFree) ?? highest;
  return { count, side, detail, height: NUMBER_HEIGHT + detail.height, level, from, to };
}

const numberLine = ({ printed, label }: Count): number =>
  lineWidth(printed, NUMBER_SIZE, 'titre') + 8 + lineWidth(label, SIZE.label, 400);

function drawStanding(counts: readonly Count[], measure: Measure, frame: Frame): Picture {
  const { palette } = frame;
  const wordsAt = STANDING + 40;
  const texts = counts.map((count) => {
    const after = lineWidth(count.printed, 20, 'titre') + 8;
    const beside = after + lineWidth(count.label, SIZE.label, 400) <= frame.width - wordsAt;
    const detail = block(
      beside ? count.detail : [count.label, count.detail].filter(Boolean).join(' · '),
      frame.width - wordsAt,
      SIZE.label,
    );
    return { after, beside, detail, height: 24 + detail.height };
  });
  const order = counts.map((_, i) => i).sort((a, b) => counts[a]!.x - counts[b]!.x || a - b);
  const starts = spread(
    order.map((i) => EDGE + counts[i]!.x - 13),
    order.map((i) => texts[i]!.height),
    0,
    Math.max(
      EDGE * 2 + measure.length,
      texts.reduce((sum, { height }) => sum + height + 8, -8),
    ),
    8,
  );
  const topOf = new Map(order.map((i, rank) => [i, starts[rank]!]));
  const marks = counts.map((count, i): DrawnMark => {
    const { after, beside, detail } = texts[i]!;
    const top = topOf.get(i)!;
    const y = EDGE + count.x;
    return {
      key: count.key,
      sentence: count.sentence,
      svg: [
        `<path fill="none" stroke="${paintOf(count, frame)}" stroke-width="1.5" d="M${STANDING} ${at(y)}h14L${wordsAt - 12} ${at(top + 12)}h7"/>`,
        drawDot(count, STANDING, y, frame, 'standing'),
        drawLine(frame, count.printed, wordsAt, top + 12, 20, 'titre'),
        beside
          ? drawLine(frame, count.label, wordsAt + after, top + 13.5, SIZE.label, 400, { fill: palette.soft })
          : '',
        drawBlock(frame, detail, wordsAt, top + 24, { fill: palette.soft }),
      ].join(''),
    };
  });
  return {
    height: Math.max(2 * EDGE + measure.length, ...order.map((i) => topOf.get(i)! + texts[i]!.height)),
    marks,
    under: drawBand(measure, { x: 0, y: EDGE }, frame, 'standing'),
  };
}

/** The ruler itself: a band with a tick at each round number, some of them named. */
function drawBand(
  { length, largest, scale }: Measure,
  { x, y }: { readonly x: number; readonly y: number },
  frame: Frame,
  way: 'lying' | 'standing',
): string {
  const { palette } = frame;
  const lying = way === 'lying';
  const end = length + EDGE - 4;
  const outline = lying
    ? `M${at(x)} ${at(y)}h${at(end)}M${at(x)} ${at(y + BAND)}h${at(end)}M${at(x)} ${at(y)}v${BAND}`
    : `M${at(x)} ${at(y)}v${at(end)}M${at(x + STANDING)} ${at(y)}v${at(end)}M${at(x)} ${at(y)}h${STANDING}`;
  const fill = lying
    ? `M${at(x)} ${at(y)}h${at(end)}v${BAND}h${at(-end)}z`
    : `M${at(x)} ${at(y)}h${STANDING}v${at(end)}h${-STANDING}z`;
  const named = ticks(0, largest, 4).filter((value) => value > 0);
  const step = named.length ? tickStep(0, largest, 4) / 10 : 0;
  const small = step > 0 ? ticks(0, largest, Math.round(largest / step)) : [];
  const strokes = small.map((value) => {
    const along = at((lying ? x : y) + value * scale);
    const size = 4;
    return lying
      ? `M${along} ${at(y)}v${size}M${along} ${at(y + BAND)}v${-size}`
      : `M${at(x)} ${along}h${size}M${at(x + STANDING)} ${along}h${-size}`;
  });
  const names = named.map((value) =>
    lying
      ? drawLine(frame, formatNumber(value), x + value * scale, y + BAND / 2, SIZE.small, 400, {
          anchor: 'middle',
          fill: palette.soft,
        })
      : drawLine(frame, formatNumber(value), x + 6, y + value * scale, SIZE.small, 400, { fill: palette.soft }),
  );
  return [
    `<path fill="${palette.faint}" d="${fill}"/>`,
    `<path fill="none" stroke="${palette.line}" d="${strokes.join('')}"/>`,
    `<path fill="none" stroke="${palette.soft}" d="${outline}"/>`,
    ...names,
  ].join('');
}

const paintOf = ({ filled }: Count, { palette }: Frame): string => (filled ? palette.own : palette.grey);

/** The mark of a count on the ruler's edge; an uncertain one is open to the side, or sides, where it may lie. */
function drawDot(count: Count, x: number, y: number, frame: Frame, way: 'lying' | 'standing'): string {
  const { palette } = frame;
  const colour = paintOf(count, frame);
  if (count.cell.value === null)
    return `<path fill="${hatch(frame)}" stroke="${palette.grey}" d="M${at(x - 5)} ${at(y - 5)}h10v10h-10z"/>`;
  const { precision = 'exact' } = count.cell;
  const near = precision === 'environ' || precision === 'près de';
  const beyond = precision === 'environ' || precision === 'plus de';
  const chevron = (sign: 1 | -1) =>
    way === 'lying'
      ? `M${at(x + sign * 9)} ${at(y - 4)}l${sign * 4} 4l${-sign * 4} 4`
      : `M${at(x - 4)} ${at(y + sign * 9)}l4 ${sign * 4}l4 ${-sign * 4}`;
  const open = `${near ? chevron(-1) : ''}${beyond ? chevron(1) : ''}`;
  return [
    open && `<path fill="none" stroke="${colour}" stroke-width="2" d="${open}"/>`,
    count.filled
      ? `<circle cx="${at(x)}" cy="${at(y)}" r="${RADIUS}" fill="${colour}"/>`
      : `<circle cx="${at(x)}" cy="${at(y)}" r="${RADIUS - 1}" fill="${palette.paper}" stroke="${colour}" stroke-width="2"/>`,
  ].join('');
}
