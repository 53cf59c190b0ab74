import type { FigureView } from '../observatory/index.ts';
import { NARROW } from './drawing-widths.ts';

/** Half of the narrow drawing, four to three: px on the screen. */
const BOX = { width: NARROW / 2, height: 116 } as const;

/** Height of the first number of a block, with its "plus de" or "environ". */
const NUMBER = 60;

/** Smallest text kept where the drawing is shown at half its size, px of the drawing. */
const LEGIBLE = 23;

/** Smallest text kept of a block of numbers, which is shown at its own size. */
const PRECISION = 15;

/** A chip of a key, which says nothing without its name. */
const CHIP = /<path fill="[^"]*" d="M[^"]*h12v12h-12z"\/>/g;

/** A small picture of a figure, for lists: its narrow drawing without the words, or its first big number. */
export function thumbnailOf(figure: FigureView): string {
  const { svg, height } = figure.draw({ id: `${figure.id}-v`, width: NARROW, medium: 'page' });
  const isNumbers = !/<(path|circle)(?! fill="url)/.test(svg.replace(/<defs>.*?<\/defs>/s, ''));
  // A map is shown whole; of a long list of bars, the first ones.
  const isMap = svg.includes('var(--sea)');
  const box = isNumbers ? [BOX.width, NUMBER] : [NARROW, isMap ? height : Math.min(height, 2 * BOX.height)];
  return svg
    .replace(/<title>.*?<\/title>| data-mark="[^"]*"/gs, '')
    .replace(CHIP, '')
    .replace(/<text([^>]*)>.*?<\/text>/gs, (text, attributes: string) =>
      sizeIn(attributes) >= (isNumbers ? PRECISION : LEGIBLE) ? text : '',
    )
    .replaceAll('<g></g>', '')
    .replace(
      / class="chart" viewBox="[^"]*" width="[^"]*" height="[^"]*"/,
      ` aria-hidden="true" class="thumbnail${isNumbers ? ' thumbnail-number' : ''}" viewBox="0 0 ${box.join(' ')}"`,
    );
}

function sizeIn(attributes: string): number {
  return Number(/font-size="([\d.]+)"/.exec(attributes)?.[1] ?? 0);
}
