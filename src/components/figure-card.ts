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
${placePicture(bestDrawing(figure))}
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

/** The drawing whose letters are the largest once it fills its box. */
function bestDrawing(figure: FigureView): Drawing {
  const drawings = [NARROW, WIDE].map((width) => figure.draw({ id: `${figure.id}-c`, width, medium: 'file' }));
  return drawings.reduce((best, drawing) => (scaleOf(drawing) > scaleOf(best) ? drawing : best));
}

function scaleOf({ width, height }: Drawing): number {
  return Math.min(PICTURE.width / width, PICTURE.height / height);
}

function placePicture(drawing: Drawing): string {
  const scale = Math.min(scaleOf(drawing), 2);
  const x = PICTURE.x + (PICTURE.width - drawing.width * scale) / 2;
  const y = PICTURE.y + (PICTURE.height - drawing.height * scale) / 2;
  return drawing.svg.replace(
    /width="[^"]*" height="[^"]*"/,
    `x="${at(x)}" y="${at(y)}" width="${at(drawing.width * scale)}" height="${at(drawing.height * scale)}"`,
  );
}
