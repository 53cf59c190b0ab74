import { decodePDFRawStream, type PDFContext, PDFName, type PDFRawStream } from 'pdf-lib';
import sharp from 'sharp';
import { convertPixels } from './convert-pixels.ts';
import { flateStream } from './flate-stream.ts';
import { type Inks, limitInk, MOST_INK } from './inks.ts';
import type { Picture } from './inspect.ts';
import type { Profile } from './profile.ts';

/** How many colours three bytes can tell apart. */
const COLOURS = 2 ** 24;

/** Colours are converted in rows of so many: a picture of one row of them all would be too wide. */
const ROW = 4096;

/**
 * Puts every picture of a PDF into the inks of the profile; greys and stencils stay as they are. Each colour is converted
 * once, whichever pictures hold it: a photograph has far fewer colours than pixels. Throws UnusableProfile.
 */
export async function convertPictures(
  context: PDFContext,
  pictures: readonly Picture[],
  profile: Profile,
): Promise<void> {
  const coloured = [...new Map(pictures.map((picture) => [picture.stream, picture])).values()].filter(
    ({ model }) => model === 'rgb',
  );
  if (coloured.length === 0) return;
  const read = await Promise.all(coloured.map(({ stream }) => readPixels(stream)));
  const inks = await convertAll(read, profile);
  for (const [i, { ref, stream }] of coloured.entries()) {
    context.assign(ref, replacePixels(context, stream, mapPixels(read[i]!, inks)));
  }
}

/** Three bytes a pixel. */
async function readPixels(stream: PDFRawStream): Promise<Uint8Array> {
  const isJpeg = String(stream.dict.lookup(PDFName.of('Filter'))).includes('DCTDecode');
  if (!isJpeg) return decodePDFRawStream(stream).decode();
  return sharp(stream.contents, { limitInputPixels: false }).toColourspace('srgb').raw().toBuffer();
}

/** The inks of each colour that the pictures hold, four bytes in one number, by the colour's own. */
async function convertAll(pictures: readonly Uint8Array[], profile: Profile): Promise<Uint32Array> {
  const isHeld = new Uint8Array(COLOURS);
  for (const pixels of pictures) {
    for (let i = 0; i + 2 < pixels.length; i += 3) isHeld[colourAt(pixels, i)] = 1;
  }
  const held: number[] = [];
  for (let colour = isHeld.indexOf(1); colour >= 0; colour = isHeld.indexOf(1, colour + 1)) held.push(colour);
  const height = Math.ceil(held.length / ROW);
  const data = new Uint8Array(ROW * height * 3);
  for (const [i, colour] of held.entries()) {
    data[i * 3] = colour >> 16;
    data[i * 3 + 1] = (colour >> 8) & 255;
    data[i * 3 + 2] = colour & 255;
  }
  const converted = await convertPixels({ data, width: ROW, height, channels: 3 }, profile);
  limitPixels(converted);
  const packed = new Uint32Array(converted.buffer, converted.byteOffset, converted.length / 4);
  const inks = new Uint32Array(COLOURS);
  for (const [i, colour] of held.entries()) inks[colour] = packed[i]!;
  return inks;
}

function mapPixels(pixels: Uint8Array, inks: Uint32Array): Uint8Array {
  const mapped = new Uint32Array(Math.floor(pixels.length / 3));
  for (let i = 0; i < mapped.length; i++) mapped[i] = inks[colourAt(pixels, i * 3)]!;
  return new Uint8Array(mapped.buffer);
}

const colourAt = (pixels: Uint8Array, at: number): number =>
  (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;

function replacePixels(context: PDFContext, { dict }: PDFRawStream, inks: Uint8Array): PDFRawStream {
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
