import { decodePDFRawStream, type PDFContext, PDFName, type PDFRawStream } from 'pdf-lib';
import { convertJpeg, convertPixels } from './convert-pixels.ts';
import { flateStream } from './flate-stream.ts';
import { type Inks, limitInk, MOST_INK } from './inks.ts';
import type { Picture } from './inspect.ts';
import type { Profile } from './profile.ts';

/** Puts every picture of a PDF into the inks of the profile; greys and stencils stay as they are. Throws UnusableProfile. */
export async function convertPictures(
  context: PDFContext,
  pictures: readonly Picture[],
  profile: Profile,
): Promise<void> {
  const coloured = pictures.filter(({ model }) => model === 'rgb');
  for (const { ref, stream } of new Map(coloured.map((picture) => [picture.stream, picture])).values()) {
    context.assign(ref, await convertPicture(context, stream, profile));
  }
}

async function convertPicture(context: PDFContext, stream: PDFRawStream, profile: Profile): Promise<PDFRawStream> {
  const { dict } = stream;
  const size = (key: string) => Number(String(dict.lookup(PDFName.of(key))));
  const [width, height] = [size('Width'), size('Height')];
  const isJpeg = String(dict.lookup(PDFName.of('Filter'))).includes('DCTDecode');
  const inks = isJpeg
    ? await convertJpeg(stream.contents, profile)
    : await convertPixels({ data: decodePDFRawStream(stream).decode(), width, height, channels: 3 }, profile);
  limitPixels(inks);
  const converted = flateStream(context, inks);
  for (const [key, value] of dict.entries()) {
    if (!['/Filter', '/Length', '/ColorSpace', '/Intent'].includes(String(key))) converted.dict.set(key, value);
  }
  converted.dict.set(PDFName.of('ColorSpace'), PDFName.of('DeviceCMYK'));
  return converted;
}

function limitPixels(inks: Uint8Array): void {
  for (let i = 0; i < inks.length; i += 4) {
    const pixel = [inks[i]! / 255, inks[i + 1]! / 255, inks[i + 2]! / 255, inks[i + 3]! / 255] as const;
    if (pixel[0] + pixel[1] + pixel[2] + pixel[3] <= MOST_INK) continue;
    for (const [j, ink] of limitInk(pixel satisfies Inks).entries()) inks[i + j] = Math.floor(ink * 255);
  }
}
