import { rgb } from 'd3';
import type { Scheme } from '../../charts/palette.ts';
import { balancedBlock } from '../../charts/svg.ts';
import { type CoverColours, colourNamed, USUAL_COLOURS } from '../../observatory/edition/cover-colours.ts';
import { escapeXml } from '../../text/escape.ts';
import { upperFirst } from '../../text/sentence.ts';
import { typo } from '../../text/typography.ts';

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

/** A sheet of the A series, in the drawing's own units. */
export const COVER = { width: 740, height: 1050 } as const;

/** What a brick measures with its joint, and the joint. */
const BRICK = { width: 92.5, height: 35, joint: 5 } as const;

const MARGIN = 60;

/** Sizes of the title, from the largest: the first with which it leaves the wall its room. */
const TITLE_SIZES = [84, 74, 64, 56, 48] as const;

/** Highest title, in units. */
const TITLE_ROOM = 400;

/**
 * The cover of an edition: its words over a wall of bricks, the last rows unfinished. Plain colours and vectors only, so that
 * it is the same on a screen and on paper; which bricks are laid follows from the year.
 */
export function drawCover(words: CoverWords, scheme: Scheme): string {
  const { fond, texte, briques } = words.colours ?? USUAL_COLOURS;
  const [ground, ink, brick] = [fond, texte, briques].map((name) => colourNamed(name, scheme)) as [
    string,
    string,
    string,
  ];
  const title = setTitle(words.title);
  const top = 150 + title.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="cover" viewBox="0 0 ${COVER.width} ${COVER.height}" role="img" aria-label="${escapeXml(sayCover(words))}">`,
    `<rect width="${COVER.width}" height="${COVER.height}" fill="${ground}"/>`,
    drawWall(words.year, brick, ground, top + (words.theme ? 90 : 40)),
    `<g fill="${ink}" font-family="Bricolage Grotesque, sans-serif">`,
    line(words.evenement ?? words.publisher, 26, 84, 600),
    `<text x="${COVER.width - MARGIN}" y="84" text-anchor="end" font-size="26" font-weight="700">${escapeXml(words.year)}</text>`,
    `<path d="M${MARGIN} 108H${COVER.width - MARGIN}" stroke="${ink}" stroke-width="4"/>`,
    ...title.lines.map((text, index) => line(text, title.size, 125 + title.size * (0.9 + index * 1.04), 700)),
    words.theme ? line(words.theme, 28, top + 34, 400) : '',
    '</g>',
    drawFoot(words, ground, ink),
    '</svg>',
  ].join('');
}

/** A cover in words. */
export function sayCover({ title, theme, when, where, year }: CoverWords): string {
  return typo(
    `Couverture, ${[`${year} : ${title}`, theme, when && upperFirst(when), where].filter(Boolean).join('. ')}`,
  );
}

function setTitle(text: string) {
  const width = COVER.width - 2 * MARGIN;
  // A title in two parts breaks between them.
  const parts = typo(text).split(/(?<=:)\s+/);
  const tried = TITLE_SIZES.map((size) => {
    const lines = parts.flatMap((part) => balancedBlock(part, width, size, 'titre').lines);
    return { size, lines, height: lines.length * size * 1.04 };
  });
  return tried.find(({ height }) => height <= TITLE_ROOM) ?? tried.at(-1)!;
}

function line(text: string, size: number, y: number, weight: number): string {
  return `<text x="${MARGIN}" y="${Math.round(y)}" font-size="${size}" font-weight="${weight}" letter-spacing="${weight === 700 ? -0.02 * size : 0}">${escapeXml(typo(text))}</text>`;
}

/** Rows from the foot upwards, full at first, then with more and more bricks still to lay. */
function drawWall(year: string, brick: string, ground: string, top: number): string {
  const rows = Math.floor((COVER.height - 40 - top) / BRICK.height);
  const chance = seeded(year);
  const tints = [brick, mix(brick, ground, 0.16), mix(brick, '#000000', 0.14)].map((fill) => ({ fill, path: '' }));
  for (let row = 0; row < rows; row++) {
    const y = COVER.height - (row + 1) * BRICK.height;
    const missing = Math.max(0, (row / rows - 0.35) / 0.65) ** 1.2;
    for (let x = row % 2 === 0 ? 0 : -BRICK.width / 2; x < COVER.width; x += BRICK.width) {
      const [laid, tint] = [chance(), chance()];
      if (laid < missing) continue;
      const from = Math.max(x, 0);
      const width = Math.min(x + BRICK.width - BRICK.joint, COVER.width) - from;
      if (width > BRICK.joint) {
        tints[tint < 0.6 ? 0 : tint < 0.8 ? 1 : 2]!.path +=
          `M${from} ${y}h${width}v${BRICK.height - BRICK.joint}h-${width}z`;
      }
    }
  }
  return tints.map(({ fill, path }) => `<path fill="${fill}" d="${path}"/>`).join('');
}

function drawFoot({ when, where, publisher, evenement }: CoverWords, ground: string, ink: string): string {
  const told = [when && upperFirst(when), where].filter(Boolean) as string[];
  const lines = [...told, ...(evenement ? [publisher] : [])].slice(0, 3);
  if (lines.length === 0) return '';
  const height = 34 + lines.length * 32;
  const y = COVER.height - 2 * BRICK.height - height;
  const texts = lines.map(
    (text, index) =>
      `<text x="${MARGIN}" y="${y + 46 + index * 32}" font-size="24" font-weight="${index === 0 ? 600 : 400}">${escapeXml(typo(text))}</text>`,
  );
  return `<rect x="0" y="${y}" width="${COVER.width - 2 * BRICK.width}" height="${height}" fill="${ground}"/><g fill="${ink}" font-family="Source Sans 3, sans-serif">${texts.join('')}</g>`;
}

/** A colour with a share of another, as one plain colour: press and black-and-white printers know no transparency. */
function mix(colour: string, other: string, share: number): string {
  const [a, b] = [rgb(colour), rgb(other)];
  return rgb(a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share).formatHex();
}

/** Numbers from 0 to 1 that a text decides: the same wall at every build. */
function seeded(text: string): () => number {
  let state = [...text].reduce((sum, sign) => Math.imul(sum ^ sign.codePointAt(0)!, 0x9e3779b1) >>> 0, 7);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
