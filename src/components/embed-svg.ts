import { isNarrow } from '../charts/svg.ts';
import type { Drawing } from '../model/drawing.ts';

/** A drawing without what only the scripts of a page read; the narrow one, for fingers, without what only a pointer shows. */
export function embedSvg(drawing: Drawing): string {
  const svg = drawing.svg.replaceAll(/ data-mark="[^"]*"/g, '');
  return isNarrow(drawing) ? svg.replaceAll(/<g><title>[^<]*<\/title>/g, '<g>') : svg;
}
