import { lab, rgb as readRgb, scaleLinear } from 'd3';
import type { Use } from './inspect.ts';

/** Red, green, blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Cyan, magenta, yellow, black from 0 to 1. */
export type Inks = readonly [number, number, number, number];

/** All four inks of one place together: more does not dry. */
export const MOST_INK = 3;

/** Chroma under which a colour is a grey to the eye, beside which the inks of four plates that slip would show. */
const GREY_CHROMA = 6;
/** Lightness under which a grey surface is dark: no tint to lose. */
const DARK = 50;
/** Lightness of each tenth of black ink alone, paper being 100: the measurements of FOGRA39L. */
const TENTHS = [100, 93.7, 87.1, 80.1, 72.9, 65.1, 57, 47.9, 38.5, 28.1, 16.8];
const blackAt = scaleLinear(
  TENTHS,
  TENTHS.map((_, i) => i / 10),
).clamp(true);

/**
 * Inks of a colour used so: black alone for greys in text and lines, for dark greys and exact ones everywhere; else what
 * the profile gives, within MOST_INK.
 */
export function inkColour(colour: Rgb, uses: ReadonlySet<Use>, byProfile: Inks): Inks {
  const [r, g, b] = colour;
  const { l, a, b: yellow } = lab(readRgb(r, g, b));
  const isGrey = Math.hypot(a, yellow) <= GREY_CHROMA;
  const isFine = uses.has('text') || uses.has('line') || l <= DARK || (r === g && g === b);
  return isGrey && isFine ? [0, 0, 0, blackAt(l)] : limitInk(byProfile);
}

/** The same inks within MOST_INK: colours give way, black stays. */
export function limitInk([c, m, y, k]: Inks): Inks {
  const most = MOST_INK - k;
  const part = Math.min(1, most / Math.max(c + m + y, Number.EPSILON));
  return [c * part, m * part, y * part, k];
}
