import { readFileSync } from 'node:fs';
import { decodePDFRawStream, PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { convertPictures } from '../../../src/print/press/convert-pictures.ts';
import { convertPixels } from '../../../src/print/press/convert-pixels.ts';
import { MOST_INK } from '../../../src/print/press/inks.ts';
import { DEFAULT_PROFILE, type Profile, readProfile } from '../../../src/print/press/profile.ts';

const profile = readProfile(DEFAULT_PROFILE, readFileSync(DEFAULT_PROFILE)) as Profile;
const [width, height] = [90, 70];

/** Colours that slide, as in a photograph, down to a deep black. */
const pixels = Uint8Array.from({ length: width * height * 3 }, (_, i) => ((i % 3) * 40 + Math.floor(i / 3) / 29) % 256);

test('une photographie et un dessin donnent, pixel pour pixel, les encres du profil, dans la limite permise', async () => {
  const { context } = await PDFDocument.create();
  const jpeg = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
  const shared = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
  const streams = [
    context.stream(jpeg, { ...shared, ColorSpace: 'DeviceRGB', Filter: 'DCTDecode' }),
    context.flateStream(pixels, { ...shared, ColorSpace: 'DeviceRGB' }),
  ] as PDFRawStream[];
  const pictures = streams.map((stream) => ({
    ...{ stream, ref: context.register(stream), model: 'rgb' as const, page: 1, width, height, dpi: 300 },
    box: { left: 0, bottom: 0, right: 1, top: 1 },
  }));
  await convertPictures(context, pictures, profile);
  const sources = [await sharp(jpeg).raw().toBuffer(), pixels];
  for (const [i, { ref }] of pictures.entries()) {
    const made = context.lookup(ref) as PDFRawStream;
    expect(made.dict.get(PDFName.of('ColorSpace'))).toBe(PDFName.of('DeviceCMYK'));
    const inks = decodePDFRawStream(made).decode();
    const wished = await convertPixels({ data: sources[i]!, width, height, channels: 3 }, profile);
    const pixelOf = (bytes: Uint8Array, at: number) => [...bytes.subarray(at * 4, at * 4 + 4)];
    const amountOf = (pixel: readonly number[]) => pixel.reduce((sum, ink) => sum + ink, 0) / 255;
    for (let at = 0; at < width * height; at++) {
      const [got, asked] = [pixelOf(inks, at), pixelOf(wished, at)];
      if (amountOf(asked) <= MOST_INK) expect(got).toEqual(asked);
      else expect(amountOf(got)).toBeLessThanOrEqual(MOST_INK);
    }
  }
});
