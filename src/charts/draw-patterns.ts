import type { Frame } from '../model/drawing.ts';
import { drawHatches } from './draw-hatches.ts';
import { drawTextures } from './draw-textures.ts';

/** A paint of ours that names a pattern, wherever it is left. */
const LEFT = /="url\(#[\w-]+-(?:[hd]|[tv]\d+)\)"/;

/**
 * Every pattern of a drawing for paper as lines, since browsers print patterns as pictures made of pixels. Hatches fill shapes,
 * which cut them; textures also follow strokes, which cannot cut anything. A shape that neither knows would print empty:
 * it is an error of the code.
 */
export function drawPatterns(frame: Frame, height: number, body: string): string {
  const drawn = drawHatches(frame, height, drawTextures(frame, body));
  const at = drawn.search(LEFT);
  if (at >= 0) throw new Error(`No lines are drawn for ${drawn.slice(drawn.lastIndexOf('<', at), at + 40)}…`);
  return drawn;
}
