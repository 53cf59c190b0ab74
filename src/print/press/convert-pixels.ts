import sharp from 'sharp';
import type { Profile } from './profile.ts';

/** Pixels side by side: how many across and down, and how many bytes each. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/** The profile's tables cannot be followed; the message is for the team. */
export class UnusableProfile extends Error {}

/** Pixels of sRGB as inks, four bytes each, by the printer's profile. Throws UnusableProfile. */
export async function convertPixels({ data, ...raw }: Pixels, { file }: Profile): Promise<Uint8Array> {
  // Where it cannot use a profile, sharp warns, then converts by another.
  const warnings: string[] = [];
  const inks = await sharp(data, { raw, limitInputPixels: false })
    .on('warning', (warning: string) => warnings.push(warning))
    .withIccProfile(file)
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (warnings.length > 0 || inks.info.channels !== 4) {
    throw new UnusableProfile('ce profil ICC est abîmé : il ne convertit rien');
  }
  return inks.data;
}
