import type { Drawing, Frame } from '../model/drawing.ts';
import { escapeXml } from '../text/escape.ts';
import { typo } from '../text/typography.ts';
import { at, balancedBlock, block, drawBlock, isNarrow } from './svg.ts';

interface FileContent {
  readonly drawing: Drawing;
  readonly heading: string;
  readonly subtitle: string;
  /** "Lecture : …", "Champ : …", "Source : …"; the word before the colon is set in bold. */
  readonly notes: readonly string[];
  readonly frame: Frame;
}

/** Margin in px around the whole. */
const MARGIN = 28;

/**
 * A picture that stands alone (.svg, .png): heading, subtitle, drawing and notes in one SVG with plain colours and
 * plain fonts, no script, no style sheet. `frame` is the drawing's; the whole is `2 × 28` px wider. The name of a font
 * that ends with a number is quoted: browsers show another one otherwise.
 */
export function composeFile({ drawing, heading, subtitle, notes, frame }: FileContent): Drawing {
  const { palette } = frame;
  const width = drawing.width;
  const title = balancedBlock(heading, width, isNarrow(frame) ? 22 : 27, 'titre');
  const lead = block(subtitle, width, 15);
  let y = MARGIN;
  let body = `<path stroke="${palette.ink}" stroke-width="2" d="M${MARGIN} ${y}h${width}"/>`;
  y += 14;
  body += drawBlock(frame, title, MARGIN, y);
  y += title.height + 8;
  body += drawBlock(frame, lead, MARGIN, y, { fill: palette.soft });
  y += lead.height + 20;
  body += `<g transform="translate(${MARGIN} ${at(y)})">${innerOf(drawing.svg)}</g>`;
  y += drawing.height + 18;
  for (const note of notes) {
    // The word in bold is a little wider than it was measured.
    const set = block(note, width - 4, 13);
    const lead = /^\p{L}+(?=[\s\u00a0]?:)/u.exec(note)?.[0];
    body += drawBlock(frame, set, MARGIN, y, { fill: palette.soft, ...(lead ? { lead } : {}) });
    y += set.height + 3;
  }
  const total = { width: width + 2 * MARGIN, height: Math.ceil(y + MARGIN - 6) };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total.width} ${total.height}" width="${total.width}" height="${total.height}" font-family="'Source Sans 3', 'Source Sans Pro', sans-serif" font-size="14" fill="${palette.ink}"><title>${escapeXml(typo(heading))}</title><desc>${escapeXml(typo(subtitle))}</desc><path fill="${palette.paper}" d="M0 0H${total.width}V${total.height}H0z"/>${body}</svg>`;
  return { ...total, svg, marks: drawing.marks };
}

/** What stands inside the root element of a drawing made by `finish`. */
function innerOf(svg: string): string {
  return svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');
}
