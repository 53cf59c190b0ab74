import { nameFonts } from '../../charts/file-fonts.ts';
import { type FileWords, writeMetadata } from '../../charts/file-metadata.ts';
import { separateOutlines } from '../../charts/separate-outlines.ts';
import type { Drawing } from '../../model/drawing.ts';
import { escapeXml } from '../../text/escape.ts';
import type { SizedDrawing } from './taken-figure.ts';

/**
 * A drawing as a file that other programs open: its size in mm, what it is in its title, description and metadata (Dublin
 * Core, which drawing programs read), fonts with a fallback; `width` in mm.
 */
export function standAlone({ svg, width: pixels, height }: Drawing, width: number, words: FileWords): SizedDrawing {
  const size = { width, height: roundTo((height * width) / pixels) };
  const inside = separateOutlines(nameFonts(svg));
  const root = inside.replace(
    /^<svg([^>]*?) class="chart"([^>]*?) width="[^"]*" height="[^"]*"/,
    `<svg$1$2 width="${size.width}mm" height="${size.height}mm" role="img"`,
  );
  const said = `<title>${escapeXml(words.title)}</title><desc>${escapeXml(words.summary)}</desc>${writeMetadata(words)}`;
  // What is said may hold a dollar sign, which a replacement by text would read.
  return { ...size, svg: root.replace(/^<svg[^>]*>/, (opening) => `${opening}${said}`) };
}

/** A thousandth of a millimetre is finer than any press. */
function roundTo(length: number): number {
  return Math.round(length * 1000) / 1000;
}
