import type { Frame } from '../model/drawing.ts';
import { at, drawLine, lineWidth, SIZE } from './svg.ts';

const CHIP = 12;

/** A line (or several) of colour chips with their names, in the order of the marks; used where names do not fit on marks. */
export function drawKey(
  frame: Frame,
  entries: readonly { readonly label: string; readonly fill: string; readonly stroke?: string }[],
  left: number,
  top: number,
): { svg: string; height: number } {
  let x = left;
  let y = top;
  let svg = '';
  for (const { label, fill, stroke } of entries) {
    const width = CHIP + 6 + lineWidth(label, SIZE.small, 400);
    if (x > left && x + width > frame.width) {
      x = left;
      y += 21;
    }
    svg += `<path fill="${fill}"${stroke ? ` stroke="${stroke}"` : ''} d="M${at(x)} ${at(y + 4)}h${CHIP}v${CHIP}h-${CHIP}z"/>`;
    svg += drawLine(frame, label, x + CHIP + 6, y + 10, SIZE.small, 400);
    x += width + 18;
  }
  return { svg, height: entries.length ? y - top + 21 : 0 };
}
