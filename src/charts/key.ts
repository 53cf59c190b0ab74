import type { Frame } from '../model/drawing.ts';
import { at, block, drawBlock, SIZE } from './svg.ts';

const CHIP = 12;
/** Width of the chips where some have a texture: enough of it to know it again. */
const WOVEN = 22;
const LINE = 21;

/** A name with its chip: a colour, a texture over it where colours alone would not do, or only an outline. */
interface KeyEntry {
  readonly label: string;
  readonly fill: string;
  readonly texture?: string | undefined;
  readonly hollow?: boolean | undefined;
  /** A dot, as on maps, in place of a chip: what paints it. */
  readonly dot?: string | undefined;
}

/** A line (or several) of colour chips with their names, in the order of the marks; used where names do not fit on marks. */
export function drawKey(
  frame: Frame,
  entries: readonly KeyEntry[],
  left: number,
  top: number,
): { svg: string; height: number } {
  let x = left;
  let y = top;
  const wide = entries.some(({ texture }) => texture) ? WOVEN : CHIP;
  let lineHeight = LINE;
  let svg = '';
  for (const { label, fill, texture, hollow, dot } of entries) {
    const name = block(label, frame.width - left - wide - 6, SIZE.small);
    const width = wide + 6 + name.width;
    if (x > left && x + width > frame.width) {
      x = left;
      y += lineHeight;
      lineHeight = LINE;
    }
    const inset = hollow ? 1 : 0;
    const [across, down] = [wide - 2 * inset, CHIP - 2 * inset];
    const chip = `M${at(x + inset)} ${at(y + 4 + inset)}h${across}v${down}h-${across}z`;
    const paint = hollow ? `fill="${frame.palette.paper}" stroke="${fill}" stroke-width="2"` : `fill="${fill}"`;
    svg += dot
      ? `<circle cx="${at(x + CHIP / 2)}" cy="${at(y + 4 + CHIP / 2)}" r="5" ${dot}/>`
      : `<path ${paint} d="${chip}"/>${texture ? `<path fill="${texture}" d="${chip}"/>` : ''}`;
    svg += drawBlock(frame, name, x + wide + 6, y + 10 - name.lineHeight / 2);
    lineHeight = Math.max(lineHeight, name.height + 5);
    x += width + 18;
  }
  return { svg, height: entries.length ? y - top + lineHeight : 0 };
}
