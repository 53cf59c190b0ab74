import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { BookPhoto } from '../../src/observatory/edition/book.ts';
import type { PhotoColours } from '../../src/print/edition/photo-colours.ts';

/** What the file of each photograph that a book shows says of its colours, once a file. */
export function readPhotos(photos: readonly BookPhoto[], folder: string): Promise<readonly PhotoColours[]> {
  const files = [...new Set(photos.map(({ file }) => file))];
  return Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(join(folder, file));
      const { format, space, depth, icc, exif } = await sharp(bytes).metadata();
      return { file, space, depth, icc, exif, saysSrgb: format === 'png' && hasSrgbChunk(bytes) };
    }),
  );
}

/** A PNG says that it is in sRGB before its pixels (PNG, third edition, 11.3.2.5). */
function hasSrgbChunk(png: Buffer): boolean {
  const chunk = png.indexOf('sRGB', 0, 'latin1');
  return chunk !== -1 && chunk < png.indexOf('IDAT', 0, 'latin1');
}
