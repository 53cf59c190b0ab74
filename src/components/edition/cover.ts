import type { Scheme } from '../../charts/palette.ts';
import { type Block, balancedBlock, block } from '../../charts/svg.ts';
import { type CoverColours, colourNamed, USUAL_COLOURS } from '../../observatory/edition/cover-colours.ts';
import { escapeXml } from '../../text/escape.ts';
import { measure, type Weight } from '../../text/measure.ts';
import { upperFirst } from '../../text/sentence.ts';
import { typo } from '../../text/typography.ts';
import { BASE_TOP, COVER, drawWall, type WallStretch } from './cover-wall.ts';

/** The words of a cover, and its colours by name. */
export interface CoverWords {
  readonly evenement?: string | null;
  readonly year: string;
  readonly title: string;
  readonly theme?: string | null;
  /** "6 et 7 novembre 2025"; none while it is not known. */
  readonly when?: string;
  readonly where?: string;
  readonly publisher: string;
  readonly colours?: CoverColours | null;
}

/** Between the words of a cover and its edges or folds, in units of the drawing. */
export const MARGIN = 60;

/** Where the rule under a cover's first line is. */
export const RULE = 108;

const WIDTH = COVER.width - 2 * MARGIN;

/** Sizes of the title: the largest that fits is taken; where it stands, and how high it may be. */
const TITLE = { largest: 100, smallest: 24, step: 2, leading: 1.02, top: RULE + 22, gap: 22, room: 420 } as const;
const THEME = { size: 30, leading: 1.2 } as const;
const FOOT = { size: 24, leading: 31, width: 330 } as const;

/** Sizes of the name over the rule: on two lines from `two` down. */
const NAME = { size: 26, two: 19, smallest: 9, leading: 1.15 } as const;

/** Words set in lines of one size, in units of the drawing. */
export interface SetLines {
  readonly size: number;
  readonly lines: readonly string[];
}

/** The colours of a cover, in a scheme. */
export interface Paints {
  readonly ground: string;
  readonly ink: string;
  readonly brick: string;
}

/** The colours of a cover's ground, words and bricks, as a palette has them. */
export function paintsOf({ colours }: Pick<CoverWords, 'colours'>, scheme: Scheme): Paints {
  const { fond, texte, briques } = colours ?? USUAL_COLOURS;
  return {
    ground: colourNamed(fond, scheme),
    ink: colourNamed(texte, scheme),
    brick: colourNamed(briques, scheme),
  };
}

/**
 * The front cover of an edition: its words over a wall to which bricks are still to be added. Plain colours and vectors
 * only, so that it is the same on a screen and on paper.
 */
export function drawCover(words: CoverWords, scheme: Scheme): string {
  const paints = paintsOf(words, scheme);
  return openSvg(
    `class="cover" role="img" aria-label="${escapeXml(sayCover(words))}"`,
    `<rect width="${COVER.width}" height="${COVER.height}" fill="${paints.ground}"/>`,
    drawCoverWall(words, paints, { from: 0, to: COVER.width }),
    drawCoverWords(words, paints),
  );
}

/** The wall of a front cover, from one `x` to another: before 0 it runs on over the spine. */
export function drawCoverWall(words: CoverWords, paints: Paints, stretch: WallStretch): string {
  const foot = setFoot(words);
  const right = foot.length === 0 ? 0 : MARGIN + Math.max(...foot.map(({ width }) => width)) + 30;
  const site = { top: setHead(words).bottom + 50, words: { top: footTop(foot) - 12, right } };
  return drawWall(words.year, wallColours(paints), { ...stretch, ...site });
}

/** The wall of a back cover: only the rows that run all around the book. */
export function drawBackWall(words: CoverWords, paints: Paints, stretch: WallStretch): string {
  const site = { top: BASE_TOP, words: { top: BASE_TOP, right: 0 } };
  return drawWall(`${words.year} back`, wallColours(paints), { ...stretch, ...site });
}

const wallColours = ({ ground, ink, brick }: Paints) => ({ brick, ground, last: ink });

/** The words of a front cover. */
export function drawCoverWords(words: CoverWords, { ink }: Paints): string {
  const { title, theme, themeTop } = setHead(words);
  const foot = setFoot(words);
  const top = footTop(foot);
  const footLines = foot.flatMap(({ lines, weight }) => lines.map((text) => ({ text, weight })));
  return [
    `<g fill="${ink}" font-family="Bricolage Grotesque, sans-serif">`,
    drawHeadLine(words),
    `<path d="M${MARGIN} ${RULE}H${COVER.width - MARGIN}" stroke="${ink}" stroke-width="4"/>`,
    ...title.lines.map((text, i) =>
      line(text, title.size, TITLE.top + title.size * (0.86 + i * TITLE.leading), 700, -0.025 * title.size),
    ),
    '</g>',
    `<g fill="${ink}" font-family="Source Sans 3, sans-serif">`,
    ...theme.lines.map((text, i) => line(text, theme.size, themeTop + theme.size * (0.9 + i * THEME.leading), 400)),
    ...footLines.map(({ text, weight }, i) => line(text, FOOT.size, top + 23 + i * FOOT.leading, weight)),
    '</g>',
  ].join('');
}

/** A cover in words. */
export function sayCover({ title, theme, when, where, year }: CoverWords): string {
  return typo(
    `Couverture, ${[`${year} : ${title}`, theme, when && upperFirst(when), where].filter(Boolean).join('. ')}`,
  );
}

function drawHeadLine(words: CoverWords): string {
  const { size, lines } = setName(words);
  const drawn = lines.map((text, i) => line(text, size, 84 - (lines.length - 1 - i) * size * NAME.leading, 700));
  return `${drawn.join('')}<text x="${COVER.width - MARGIN}" y="84" text-anchor="end" font-size="${NAME.size}" font-weight="700">${escapeXml(words.year)}</text>`;
}

/** The name of the event, or of who publishes, beside the year over a cover's rule: long ones are smaller, on two lines. */
export function setName({ evenement, publisher, year }: CoverWords): SetLines {
  const name = evenement ?? publisher;
  const room = WIDTH - measure(year, NAME.size, 'titre') - 40;
  for (let size: number = NAME.size; ; size--) {
    const { lines } = balancedBlock(name, room, size, 'titre');
    if (lines.length <= (size > NAME.two ? 1 : 2) || size <= NAME.smallest) return { size, lines };
  }
}

/** Title and theme, one over the other, over what stands at the foot. */
function setHead(words: CoverWords) {
  const theme = balancedBlock(words.theme ?? '', WIDTH, THEME.size, 400);
  const under = theme.lines.length * THEME.size * THEME.leading;
  const room = footTop(setFoot(words)) - TITLE.top - under - 3 * TITLE.gap;
  const title = setTitle(words.title, Math.min(TITLE.room, room));
  const themeTop = TITLE.top + title.lines.length * title.size * TITLE.leading + TITLE.gap;
  return { title, theme, themeTop, bottom: themeTop + under };
}

/** The largest size at which no word is cut and the title stays in its room. */
function setTitle(text: string, room: number): SetLines {
  // A title in two parts breaks between them.
  const parts = typo(text).split(/(?<=:)\s+/);
  const words = typo(text).split(/\s+/);
  for (let size: number = TITLE.largest; ; size -= TITLE.step) {
    const lines = parts.flatMap((part) => balancedBlock(part, WIDTH, size, 'titre').lines);
    const isWhole = words.every((word) => measure(word, size, 'titre') <= WIDTH);
    const isHeld = lines.length * size * TITLE.leading <= room;
    if ((isWhole && isHeld) || size <= TITLE.smallest) return { size, lines };
  }
}

/** When, where, who: under each other on the lowest rows of the wall. */
function setFoot({ when, where, publisher, evenement }: CoverWords): readonly Block[] {
  const told: readonly [text: string | undefined, weight: Weight][] = [
    [when && upperFirst(when), 600],
    [where, 400],
    [evenement ? publisher : undefined, 400],
  ];
  return told.flatMap(([text, weight]) => (text ? [block(text, FOOT.width, FOOT.size, weight)] : []));
}

function footTop(foot: readonly Block[]): number {
  return BASE_TOP - 22 - foot.reduce((sum, { lines }) => sum + lines.length, 0) * FOOT.leading;
}

function line(text: string, size: number, y: number, weight: Weight, spacing = 0): string {
  const letters = spacing === 0 ? '' : ` letter-spacing="${Math.round(spacing * 100) / 100}"`;
  return `<text x="${MARGIN}" y="${Math.round(y)}" font-size="${size}" font-weight="${weight}"${letters}>${escapeXml(typo(text))}</text>`;
}

function openSvg(attributes: string, ...parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes} viewBox="0 0 ${COVER.width} ${COVER.height}">${parts.join('')}</svg>`;
}
