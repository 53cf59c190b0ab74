import { filePaletteOf } from '../charts/palette.ts';
import { at, type Block, balancedBlock, block, drawBlock } from '../charts/svg.ts';
import type { Settings } from '../datasets/settings.ts';
import type { Drawing, Frame } from '../model/drawing.ts';
import type { FigureView } from '../observatory/index.ts';
import { escapeXml } from '../text/escape.ts';
import { typo } from '../text/typography.ts';
import { describeSources } from './describe-sources.ts';
import { NARROW, WIDE } from './drawing-widths.ts';

/** The size that social networks ask for, px. */
export const CARD = { width: 1200, height: 630 } as const;

const MARGIN = 56;

/** Where the words stand, and where the picture does. */
const WORDS = 400;
const PICTURE = { x: 520, y: 56, width: 624, height: 440 } as const;

/** Sizes of the heading, from the best. */
const TITLES = [46, 40, 35, 30, 26] as const;

/** Baseline of the line that says who publishes. */
const FOOT = 598;

/** The picture that social networks show with a link to a figure: its heading, its drawing, its sources, who publishes it. */
export function drawFigureCard(figure: FigureView, settings: Settings): string {
  const palette = filePaletteOf(settings.demonstration);
  const frame: Frame = {
    id: figure.id,
    width: CARD.width,
    medium: 'file',
    palette,
    demonstration: settings.demonstration,
  };
  const title = fitTitle(figure.heading);
  const subtitle = block(figure.subtitle, WORDS, 22);
  const room = Math.floor((PICTURE.height - title.height - 34) / subtitle.lineHeight);
  const sources = shorten(block(`Source : ${sourcesOf(figure)}`, CARD.width - 2 * MARGIN, 17), 2);
  const top = PICTURE.y + 18;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CARD.width} ${CARD.height}" width="${CARD.width}" height="${CARD.height}" font-family="Source Sans 3" font-size="14" fill="${palette.ink}">
<path fill="${palette.paper}" d="M0 0H${CARD.width}V${CARD.height}H0z"/>
<path stroke="${palette.ink}" stroke-width="4" d="M${MARGIN} ${PICTURE.y}H${MARGIN + WORDS}"/>
${drawBlock(frame, title, MARGIN, top)}
${drawBlock(frame, shorten(subtitle, room), MARGIN, top + title.height + 16, { fill: palette.soft })}
${placePicture(frame, figure)}
<path stroke="${palette.line}" stroke-width="2" d="M${MARGIN} 520H${CARD.width - MARGIN}"/>
${drawBlock(frame, sources, MARGIN, 527, { fill: palette.soft })}
<text x="${MARGIN}" y="${FOOT}" font-family="Bricolage Grotesque" font-size="26" font-weight="700">${escapeXml(typo(settings.nom))} <tspan fill="${palette.own}">${escapeXml(settings.region.nom)}</tspan></text>
${settings.demonstration ? `<text x="${CARD.width - MARGIN}" y="${FOOT}" text-anchor="end" font-size="24" fill="${palette.soft}">Démonstration, région fictive</text>` : ''}
</svg>`;
}

/** The heading as large as the column takes it, no word cut in two. */
function fitTitle(heading: string): Block {
  const blocks = TITLES.map((size) => balancedBlock(heading, WORDS, size, 'titre'));
  const words = typo(heading);
  return blocks.find(({ height, lines }) => height <= 300 && lines.join(' ') === words) ?? blocks.at(-1)!;
}

function sourcesOf({ sources }: FigureView): string {
  return [...new Set(describeSources(sources).cited.map(({ text }) => text))].join(' ; ');
}

/** The first lines of a text; the last one says that it goes on. */
function shorten(text: Block, most: number): Block {
  if (text.lines.length <= most) return text;
  const lines = text.lines.slice(0, most);
  return { ...text, lines: lines.with(-1, lines.at(-1)!.replace(/\s*\S*$/, ' …')) };
}

/** Under this scale letters can no longer be read: the top of the picture is then shown, larger. */
const LEAST_SCALE = 0.6;

/** The scale of a picture of which only the top is shown. */
const CUT_SCALE = 0.85;

/** The drawing whose letters are the largest once it fills its box, or the top of the wide one. */
function placePicture(frame: Frame, figure: FigureView): string {
  const drawings = [NARROW, WIDE].map((width) => figure.draw({ id: `${figure.id}-c`, width, medium: 'file' }));
  const best = drawings.reduce((one, drawing) => (scaleOf(drawing) > scaleOf(one) ? drawing : one));
  return scaleOf(best) < LEAST_SCALE ? placeTop(frame, drawings.at(-1)!) : placeWhole(best);
}

function scaleOf({ width, height }: Drawing): number {
  return Math.min(PICTURE.width / width, PICTURE.height / height);
}

function placeWhole(drawing: Drawing): string {
  const scale = Math.min(scaleOf(drawing), 2);
  return placeSvg(drawing.svg, { width: drawing.width * scale, height: drawing.height * scale });
}

/** What of the picture the box takes from its top, and a line that says so. */
function placeTop(frame: Frame, { svg, width }: Drawing): string {
  const words = block('Le haut de l’image ; elle est entière sur sa page', width * CUT_SCALE, 15);
  const shown = PICTURE.height - words.height - 10;
  const top = svg.replace(/viewBox="[^"]*"/, `viewBox="0 0 ${at(width)} ${at(shown / CUT_SCALE)}"`);
  const x = PICTURE.x + (PICTURE.width - width * CUT_SCALE) / 2;
  const below = PICTURE.y + shown;
  return `${placeSvg(top, { width: width * CUT_SCALE, height: shown }, PICTURE.y)}
<path stroke="${frame.palette.line}" stroke-dasharray="6 5" d="M${at(x)} ${at(below)}H${at(x + width * CUT_SCALE)}"/>
${drawBlock(frame, words, x, below + 6, { fill: frame.palette.soft })}`;
}

/** A picture in the middle of the box, or at a height of it. */
function placeSvg(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
  y = PICTURE.y + (PICTURE.height - height) / 2,
): string {
  const x = PICTURE.x + (PICTURE.width - width) / 2;
  return svg.replace(
    /width="[^"]*" height="[^"]*"/,
    `x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}"`,
  );
}
