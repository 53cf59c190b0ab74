import type { Frame } from '../model/drawing.ts';
import { weaveOf } from './palette.ts';

/** What a tile holds: lines down or across it, both, a dot in its middle, or a roof; a line at its edge shows half its stroke. */
interface TileDrawing {
  readonly threads: 'down' | 'across' | 'both' | 'dots' | 'waves';
  /** In px, and in degrees. */
  readonly side: number;
  readonly turn?: number;
  readonly stroke: number;
}

/** The textures; the first is none. */
const TILES: readonly (TileDrawing | undefined)[] = [
  undefined,
  { threads: 'down', side: 5, turn: 45, stroke: 1.8 },
  { threads: 'dots', side: 5, stroke: 2.2 },
  { threads: 'across', side: 5, stroke: 1.8 },
  { threads: 'both', side: 6, turn: 45, stroke: 1.6 },
  { threads: 'down', side: 5, stroke: 1.8 },
  { threads: 'down', side: 5, turn: -45, stroke: 1.8 },
  { threads: 'dots', side: 9, turn: 45, stroke: 4 },
  { threads: 'waves', side: 8, stroke: 1.6 },
  { threads: 'down', side: 10, turn: -45, stroke: 5 },
];

/** The path of one tile. */
const PATHS: Readonly<Record<TileDrawing['threads'], (side: number) => string>> = {
  down: (side) => `M0 0V${side}`,
  across: (side) => `M0 0H${side}`,
  both: (side) => `M0 0V${side}M0 0H${side}`,
  dots: (side) => `M${side / 2} ${side / 2}h.01`,
  waves: (side) => `M0 ${side * 0.75}L${side / 2} ${side / 4}L${side} ${side * 0.75}`,
};

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
        const { threads, side, turn, stroke } = tile;
        const turned = turn ? ` patternTransform="rotate(${turn})"` : '';
        return `<pattern id="${paint.slice(5, -1)}" width="${side}" height="${side}" patternUnits="userSpaceOnUse"${turned}><path fill="none" stroke="${inkOf(frame, always)}" stroke-width="${stroke}" stroke-linecap="round" d="${PATHS[threads](side)}"/></pattern>`;
      }),
    )
    .join('');
}

/** A texture as strokes that no tile cuts: `width` is what is seen of each, in px. */
export interface Tile {
  readonly threads: TileDrawing['threads'];
  readonly side: number;
  readonly turn: number;
  readonly width: number;
}

/** The texture that a paint of `textureOf` names, and what it is drawn with. */
export function readTexture(frame: Frame, paint: string): { tile: Tile; ink: string } {
  const [, kind, index] = /-([tv])(\d+)\)$/.exec(paint) ?? [];
  const tile = TILES[Number(index)];
  const ink = inkOf(frame, kind === 'v');
  if (!tile || !ink) throw new Error(`"${paint}" is no texture`);
  const { threads, side, turn = 0, stroke } = tile;
  const isWhole = threads === 'dots' || threads === 'waves';
  return { tile: { threads, side, turn, width: isWhole ? stroke : stroke / 2 }, ink };
}

/** Pages keep textures for print (their paint is transparent on a screen); what is made for print always shows them. */
function inkOf({ medium, palette }: Frame, always: boolean): string | undefined {
  if (always || medium === 'press' || medium === 'poster') return palette.paper;
  return weaveOf(palette);
}
