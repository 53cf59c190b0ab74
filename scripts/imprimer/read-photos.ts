import { join } from 'node:path';
import sharp from 'sharp';
import type { BookPhoto } from '../../src/observatory/edition/book.ts';
import type { PhotoColours } from '../../src/print/edition/photo-colours.ts';

/** What the file of each photograph that a book shows says of its colours, once a file. */
export function readPhotos(photos: readonly BookPhoto[], folder: string): Promise<readonly PhotoColours[]> {
  const files = [...new Set(photos.map(({ file }) => file))];
  return Promise.all(
    files.map(async (file) => {
      const { space, depth, icc, exif } = await sharp(join(folder, file)).metadata();
      return { file, space, depth, icc, exif };
    }),
  );
}
