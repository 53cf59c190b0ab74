import sharp from 'sharp';

/** A photograph of a printed book, to be made. */
export interface PrintedPhoto {
  /** Under which the page shows it. */
  readonly name: string;
  /** The team's own file. */
  readonly source: string;
}

/** Wider than any page of ours at 300 points an inch: more weighs and shows nothing. */
const PRINTED_WIDTH = 2480;

/** The original, upright, in sRGB whatever its own profile, without what the camera wrote about the place and the day. */
export async function makePrintedPhoto({ source, name }: PrintedPhoto): Promise<Uint8Array<ArrayBuffer>> {
  const photo = sharp(source).autoOrient().resize({ width: PRINTED_WIDTH, withoutEnlargement: true });
  const made = await (name.endsWith('.png') ? photo.png({ palette: true }) : photo.jpeg({ quality: 88 })).toBuffer();
  return new Uint8Array(made);
}
