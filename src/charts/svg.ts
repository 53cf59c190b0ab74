import type { Drawing, FlowOutline, Frame, Mark } from '../model/drawing.ts';
import type { PublishedCell } from '../model/table.ts';
import type { Sign } from '../model/unit.ts';
import { escapeXml } from '../text/escape.ts';
import { measure, type Weight, wrap } from '../text/measure.ts';
import { typo } from '../text/typography.ts';
import { SIGN_MEANINGS } from '../text/value.ts';
import { drawPatterns } from './draw-patterns.ts';
import { texturePatterns } from './textures.ts';

/** A mark with what draws it. */
export interface DrawnMark extends Mark {
  readonly svg: string;
}

/**
 * Sizes of text in px of the frame; none smaller. Pages show the wide drawing (600 px) down to 540 px and the narrow one
 * (310 px) down to 280 px: nothing falls under 11.5 px on a screen.
 */
export const SIZE = { label: 14, value: 15, small: 13.2, note: 13 } as const;

/** Narrow layouts are drawn under this width. */
export const isNarrow = ({ width }: Pick<Frame, 'width'>): boolean => width < 480;

/** A coordinate with one decimal at most. */
export const at = (value: number): string => String(Math.round(value * 10) / 10);

/** A label set in lines: typography done, so that it is measured as it will be drawn. */
export interface Block {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly weight: Weight;
  readonly lineHeight: number;
}

/** Sets a text in lines no wider than `width` px. */
export function block(text: string, width: number, size: number = SIZE.label, weight: Weight = 400): Block {
  const lines = wrap(typo(text), Math.max(width, size * 2), size, weight);
  const lineHeight = Math.round(size * (weight === 'titre' ? 1.1 : 1.22));
  return {
    lines,
    size,
    weight,
    lineHeight,
    width: Math.max(0, ...lines.map((line) => measure(line, size, weight))),
    height: lines.length * lineHeight,
  };
}

/** Sets a title: as many lines as it takes, of about one length, so that no word is left alone on the last, nor cut for it. */
export function balancedBlock(text: string, width: number, size: number, weight: Weight): Block {
  const loose = block(text, width, size, weight);
  let [tight, wide] = [width / 2, width];
  while (wide - tight > 4) {
    const tried = (tight + wide) / 2;
    const set = block(text, tried, size, weight);
    if (set.lines.length > loose.lines.length || set.width > tried || piecesOf(set) !== piecesOf(loose)) tight = tried;
    else wide = tried;
  }
  return loose.lines.length === 1 ? loose : block(text, wide, size, weight);
}

/** Words, and the parts of those that a line may end within. */
const piecesOf = ({ lines }: Block): string => lines.flatMap((line) => line.split(/ |(?<=[-/])/)).join('\n');

/** How a text is painted and anchored; `halo` outlines it with that paint where it stands over something. */
export interface Ink {
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly halo?: string;
  /** Px between letters, for names of areas on maps. */
  readonly spacing?: number;
}

/** A block of text whose top is at `y`. */
export function drawBlock(
  frame: Frame,
  { lines, size, weight, lineHeight }: Block,
  x: number,
  y: number,
  ink: Ink = {},
): string {
  if (lines.length === 0) return '';
  const first = y + lineHeight / 2 + size * 0.35;
  const baselines = lines.map((_, i) => first + i * lineHeight);
  // Not every program that knows how wide a text is made to be knows it of a part of a text.
  if (lines.length === 1 || frame.medium === 'file') {
    return lines.map((line, i) => drawText(frame, line, [x, baselines[i]!], size, weight, ink)).join('');
  }
  // A space keeps the words of two lines apart where the text is copied or read, on the side that it does not shift.
  const [before, after] = ink.anchor === 'end' ? [' ', ''] : ['', ' '];
  const spans = lines.map(
    (line, i) =>
      `<tspan x="${at(x)}" y="${at(baselines[i]!)}">${i > 0 ? before : ''}${escapeXml(line)}${i < lines.length - 1 ? after : ''}</tspan>`,
  );
  return `<text${textAttributes(frame, size, weight, ink)}>${spans.join('')}</text>`;
}

/** One line of text centred on `y`. */
export function drawLine(
  frame: Frame,
  text: string,
  x: number,
  y: number,
  size: number,
  weight: Weight,
  ink: Ink = {},
): string {
  if (!text) return '';
  return drawText(frame, typo(text), [x, y + size * 0.35], size, weight, ink);
}

/**
 * A text on its baseline. In a file that leaves, it says how wide it is: where our letters are missing, what knows
 * `textLength` (browsers do) squeezes or spreads others to the room that was measured.
 */
function drawText(
  frame: Frame,
  text: string,
  [x, y]: readonly [x: number, y: number],
  size: number,
  weight: Weight,
  ink: Ink,
): string {
  // Programs differ on whether room between letters counts: names on maps, which have some around them, are left alone.
  const isHeld = frame.medium === 'file' && !ink.spacing;
  const held = isHeld ? ` textLength="${at(measure(text, size, weight))}" lengthAdjust="spacingAndGlyphs"` : '';
  return `<text x="${at(x)}" y="${at(y)}"${textAttributes(frame, size, weight, ink)}${held}>${escapeXml(text)}</text>`;
}

/** Width in px of a line as `drawLine` draws it. */
export const lineWidth = (text: string, size: number, weight: Weight): number => measure(typo(text), size, weight);

function textAttributes(frame: Frame, size: number, weight: Weight, { fill, anchor, halo, spacing }: Ink): string {
  return [
    size === SIZE.label ? '' : ` font-size="${size}"`,
    weight === 'titre'
      ? ` font-family="${titleFont(frame)}" font-weight="700"`
      : weight === 400
        ? ''
        : ` font-weight="${weight}"`,
    fill && fill !== frame.palette.ink ? ` fill="${fill}"` : '',
    anchor && anchor !== 'start' ? ` text-anchor="${anchor}"` : '',
    spacing ? ` letter-spacing="${spacing}"` : '',
    halo ? ` stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : '',
  ].join('');
}

const isFile = (frame: Frame): boolean => frame.medium !== 'page' && frame.medium !== 'embed';

/** True for what is made to be printed, where a pattern would be drawn as pixels. */
export const isPaper = (frame: Pick<Frame, 'medium'>): boolean => frame.medium === 'poster' || frame.medium === 'press';

function titleFont(frame: Frame): string {
  return isFile(frame) ? 'Bricolage Grotesque' : 'var(--font-title)';
}

/** Wraps what draws a mark in its group, with the sentence that the browser shows and assistive tools read. */
function drawMark({ key, sentence, svg }: DrawnMark): string {
  return `<g data-mark="${escapeXml(key)}"><title>${escapeXml(sentence)}</title>${svg}</g>`;
}

/** The paint that hatches what is hidden or unknown; `finish` adds the pattern where it is used. */
export const hatch = (frame: Frame): string => `url(#${frame.id}-h)`;

interface Picture {
  readonly height: number;
  readonly marks: readonly DrawnMark[];
  readonly flow?: FlowOutline;
  /** Drawn under the marks: axes, labels, baselines. */
  readonly under?: string;
  /** Drawn over the marks. */
  readonly over?: string;
  /** The cells shown: their signs are explained below the picture. */
  readonly cells?: readonly PublishedCell[];
  /** Further notes below the picture. */
  readonly notes?: readonly string[];
}

/** Closes a picture: signs explained, demonstration said and hatched, patterns defined, root element. */
export function finish(
  frame: Frame,
  { height, marks, flow, under = '', over = '', cells = [], notes = [] }: Picture,
): Drawing {
  const { palette, width } = frame;
  let bottom = height;
  const said = marks.map((mark) => ({ ...mark, sentence: typo(mark.sentence) }));
  let body = under + said.map(drawMark).join('') + over;
  for (const note of [...notes, ...signsNote(cells)]) {
    const set = block(note, width, SIZE.note);
    const gap = bottom === height ? 8 : 3;
    body += drawBlock(frame, set, 0, bottom + gap, { fill: palette.soft });
    bottom += gap + set.height;
  }
  if (frame.demonstration) {
    const word = block('Démonstration : données fictives', width, SIZE.note, 600);
    body += drawBlock(frame, word, width, bottom + 8, { fill: palette.soft, anchor: 'end' });
    bottom += 8 + word.height;
  }
  const total = Math.ceil(bottom + 2);
  const background = frame.demonstration ? `<path fill="url(#${frame.id}-d)" d="M0 0H${width}V${total}H0z"/>` : '';
  const hatches =
    (frame.demonstration ? demonstrationPattern(frame) : '') + (body.includes(hatch(frame)) ? hatchPattern(frame) : '');
  const patterns = isPaper(frame) ? '' : hatches + texturePatterns(frame, body);
  const drawn = isPaper(frame) ? drawPatterns(frame, total, background + body) : background + body;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${width} ${total}" width="${width}" height="${total}"${
    isFile(frame) ? ' font-family="Source Sans 3"' : ''
  } font-size="${SIZE.label}" fill="${palette.ink}">${patterns && `<defs>${patterns}</defs>`}${drawn}</svg>`;
  return {
    svg,
    width,
    height: total,
    marks: said.map(({ key, sentence }) => ({ key, sentence })),
    ...(flow ? { flow } : {}),
  };
}

/** The picture of a table without rows: a sentence, not a hole. */
export function drawNothing(frame: Frame): Drawing {
  const words = block('Aucune donnée à montrer.', frame.width);
  return finish(frame, {
    height: 16 + words.height,
    marks: [],
    under: drawBlock(frame, words, 0, 8, { fill: frame.palette.soft }),
  });
}

function signsNote(cells: readonly PublishedCell[]): string[] {
  const used = (['s', 'nd', 'p', 'r'] as const satisfies readonly Sign[]).filter((sign) =>
    cells.some((cell) => signOf(cell) === sign),
  );
  return used.length ? [used.map((sign) => `${sign} : ${SIGN_MEANINGS[sign]}`).join(' · ')] : [];
}

function signOf(cell: PublishedCell): Sign | undefined {
  return cell.sign ?? (cell.value === null ? 'nd' : undefined);
}

function hatchPattern({ id, palette }: Frame): string {
  return `<pattern id="${id}-h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path stroke="${palette.grey}" stroke-width="3" d="M0 0V5"/></pattern>`;
}

function demonstrationPattern({ id, palette }: Frame): string {
  return `<pattern id="${id}-d" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path stroke="${palette.faint}" stroke-width="3" d="M0 0V9"/></pattern>`;
}
