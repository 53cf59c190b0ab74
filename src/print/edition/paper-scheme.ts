import { filePaletteOf, type Scheme } from '../../charts/palette.ts';

/** The palette of what is printed: the paper is its own colour, no tint is printed to look like it. */
export function paperScheme(fictional: boolean): Scheme {
  return { ...filePaletteOf(fictional), paper: '#FFFFFF' };
}
