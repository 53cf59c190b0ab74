import type { Drawing, Frame } from '../model/drawing.ts';
import { escapeXml } from '../text/escape.ts';
import { measure } from '../text/measure.ts';
import { nameFonts } from './file-fonts.ts';
import { type FileWords, writeMetadata } from './file-metadata.ts';
import { separateOutlines } from './separate-outlines.ts';
import { at, type Block, balancedBlock, block, drawBlock, isNarrow } from './svg.ts';

interface FileContent {
  readonly drawing: Drawing;
  /** What the file says of itself to programs; its title and subtitle are drawn too. */
  readonly words: FileWords;
  /** "Lecture : …", "Champ : …", "Source : …"; the word before the colon is set in bold. */
  readonly notes: readonly string[];
  readonly frame: Frame;
}

/** Margin in px around the whole. */
const MARGIN = 28;

/**
 * A picture that stands alone (.svg, .png): heading, subtitle, drawing and notes in one SVG with plain colours and
 * plain fonts, no script, no style sheet; what it is stands in its metadata too. `frame` is the drawing's; the whole is
 * `2 × 28` px wider.
 */
export function composeFile({ drawing, words, notes, frame }: FileContent): Drawing {
  const { palette } = frame;
  const width = drawing.width;
  const title = balancedBlock(words.title, width, isNarrow(frame) ? 22 : 27, 'titre');
  const lead = block(words.subtitle, width, 15);
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
    body += drawNote(frame, set, y);
    y += set.height + 3;
  }
  const total = { width: width + 2 * MARGIN, height: Math.ceil(y + MARGIN - 6) };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total.width} ${total.height}" width="${total.width}" height="${total.height}" font-family="Source Sans 3" font-size="14" fill="${palette.ink}"><title>${escapeXml(words.title)}</title><desc>${escapeXml(words.summary)}</desc>${writeMetadata(words)}<path fill="${palette.paper}" d="M0 0H${total.width}V${total.height}H0z"/>${body}</svg>`;
  return { ...total, svg: separateOutlines(nameFonts(svg)), marks: drawing.marks };
}

/** A note whose first word, before a colon, is in bold. */
function drawNote(frame: Frame, set: Block, y: number): string {
  const [first = '', ...others] = set.lines;
  const word = /^\p{L}+(?=[\s\u00a0]?:)/u.exec(first)?.[0] ?? '';
  const ink = { fill: frame.palette.soft };
  return [
    drawBlock(frame, { ...set, lines: word ? [word] : [], weight: 600 }, MARGIN, y, ink),
    drawBlock(frame, { ...set, lines: [first.slice(word.length)] }, MARGIN + measure(word, set.size, 600), y, ink),
    drawBlock(frame, { ...set, lines: others }, MARGIN, y + set.lineHeight, ink),
  ].join('');
}

/** What stands inside the root element of a drawing made by `finish`. */
function innerOf(svg: string): string {
  return svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');
}
