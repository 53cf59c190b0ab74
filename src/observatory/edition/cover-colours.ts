import { contrast } from '../../charts/contrast.ts';
import { type Scheme, schemes } from '../../charts/palette.ts';

/** The palette's colours by the names that edition.yaml may use. */
const TOKENS = {
  region: ({ own }) => own,
  encre: ({ ink }) => ink,
  papier: ({ paper }) => paper,
  gris: ({ grey }) => grey,
  bleu: ({ series }) => series[0]!,
  ocre: ({ series }) => series[1]!,
  turquoise: ({ series }) => series[2]!,
  ardoise: ({ series }) => series[3]!,
  vert: ({ series }) => series[4]!,
  prune: ({ series }) => series[5]!,
} as const satisfies Readonly<Record<string, (scheme: Scheme) => string>>;

/** A colour of the palette, as edition.yaml names it. */
export type ColourName = keyof typeof TOKENS;

/** The names of the colours that a cover may have. */
export const COLOUR_NAMES = Object.keys(TOKENS) as readonly ColourName[];

/** Colours of a cover: its ground, its words, its bricks. */
export interface CoverColours {
  readonly fond: ColourName;
  readonly texte: ColourName;
  readonly briques: ColourName;
}

/** A cover's colours where edition.yaml says nothing. */
export const USUAL_COLOURS: CoverColours = { fond: 'papier', texte: 'encre', briques: 'region' };

/** Contrast that words ask for. */
const LEGIBLE = 4.5;

/** A named colour, in a scheme. */
export function colourNamed(name: ColourName, scheme: Scheme): string {
  return TOKENS[name](scheme);
}

/** True where words are legible on their ground, in the real palette and in the fictional one. */
export function isLegible({ fond, texte }: Pick<CoverColours, 'fond' | 'texte'>): boolean {
  return [schemes.light, schemes.fictionalLight].every(
    (scheme) => contrast(colourNamed(fond, scheme), colourNamed(texte, scheme)) >= LEGIBLE,
  );
}
