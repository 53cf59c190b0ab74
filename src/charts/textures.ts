import type { Frame } from '../model/drawing.ts';
import { weaveOf } from './palette.ts';

/** Drawings of one tile each, its side in px and its turn in degrees; the first texture is none. */
const TILES: readonly (readonly [side: number, turn: number, stroke: number, d: string] | undefined)[] = [
  undefined,
  [5, 45, 1.8, 'M0 0V5'],
  [5, 0, 2.2, 'M2.5 2.5h.01'],
  [5, 0, 1.8, 'M0 0H5'],
  [6, 45, 1.6, 'M0 0V6M0 0H6'],
  [5, 0, 1.8, 'M0 0V5'],
  [5, -45, 1.8, 'M0 0V5'],
  [9, 45, 4, 'M4.5 4.5h.01'],
  [8, 0, 1.6, 'M0 6L4 2L8 6'],
  [10, -45, 5, 'M0 0V10'],
];

/** Number of textures that can be told apart. */
export const TEXTURES = TILES.length;

/**
 * The paint of a texture, laid over a colour so that it can be told in black and white; undefined where it would not be
 * seen. `always`: seen on screens too, for colours that serve twice.
 */
export function textureOf(frame: Frame, index: number, always = false): string | undefined {
  if (!TILES[index % TEXTURES] || !inkOf(frame, always)) return undefined;
  return `url(#${frame.id}-${always ? 'v' : 't'}${index % TEXTURES})`;
}

/** The patterns of the textures that a drawing uses. */
export function texturePatterns(frame: Frame, body: string): string {
  return [false, true]
    .flatMap((always) =>
      TILES.map((tile, index) => {
        const paint = textureOf(frame, index, always);
        if (!tile || !paint || !body.includes(paint)) return '';
        const [side, turn, stroke, d] = tile;
        const turned = turn ? ` patternTransform="rotate(${turn})"` : '';
        return `<pattern id="${paint.slice(5, -1)}" width="${side}" height="${side}" patternUnits="userSpaceOnUse"${turned}><path fill="none" stroke="${inkOf(frame, always)}" stroke-width="${stroke}" stroke-linecap="round" d="${d}"/></pattern>`;
      }),
    )
    .join('');
}

/** Pages keep textures for print (their paint is transparent on a screen); what is made for print always shows them. */
function inkOf({ medium, palette }: Frame, always: boolean): string | undefined {
  if (always || medium === 'press' || medium === 'poster') return palette.paper;
  return weaveOf(palette);
}
