import { join } from 'node:path';
import sharp from 'sharp';
import { nameOfSize, PHOTO_WIDTHS } from '../../observatory/edition/photo-sizes.ts';
import { currentFolders } from '../../observatory/folders.ts';
import { path } from '../../observatory/urls.ts';
import { shownEditions } from '../editions.ts';
import type { PrintedPhoto } from './print-photo.ts';

/** A photograph as a page shows it: its sizes on the web, and the room to keep for it, in px. */
export interface ShownPhoto {
  readonly src: string;
  /** None on paper: there is one size. */
  readonly srcset?: string;
  readonly width: number;
  readonly height: number;
}

/** One size of a photograph, to be made. */
interface PhotoSize {
  readonly annee: string;
  readonly name: string;
  readonly width: number;
  readonly source: string;
}

/** Every size of every photograph that an edition shows. */
export function photoSizes(): readonly PhotoSize[] {
  return shownEditions.flatMap(({ annee, book }) =>
    [...new Set(book.photos.map(({ file }) => file))].flatMap((file) =>
      PHOTO_WIDTHS.map((width) => ({ annee, name: nameOfSize(file, width), width, source: fileOf(annee, file) })),
    ),
  );
}

/** Where a photograph of an edition lies. */
export function fileOf(annee: string, file: string): string {
  return join(currentFolders().content, 'editions', annee, 'photos', file);
}

/** A photograph made smaller, upright, without what the camera wrote about the place and the day. */
export async function makeSize({ source, width }: PhotoSize): Promise<Uint8Array<ArrayBuffer>> {
  const made = await sharp(source)
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 78, effort: 4 })
    .toBuffer();
  return new Uint8Array(made);
}

/** True where the pages of a book on paper are made: its photographs come from their originals, all at once. */
export const isForPaper = process.env.OBSERVATOIRE_IMPRESSION === '1';

/** Every photograph that a printed book shows. */
export function printedPhotos(): readonly (PrintedPhoto & { readonly annee: string })[] {
  return shownEditions.flatMap(({ annee, book }) =>
    [...new Set(book.photos.map(({ file }) => file))].map((file) => ({
      annee,
      name: nameOfPrinted(file),
      source: fileOf(annee, file),
    })),
  );
}

/** A drawing in plain colours keeps its own format, which is lighter; every other is what a PDF holds as it is. */
function nameOfPrinted(file: string): string {
  return file.endsWith('.png') ? file : `${file.replace('.', '-')}.jpg`;
}

/** What an `<img>` needs of a photograph. */
export async function showPhoto(annee: string, file: string): Promise<ShownPhoto> {
  const { autoOrient } = await sharp(fileOf(annee, file)).metadata();
  if (isForPaper) {
    const { width, height } = autoOrient;
    return { src: path(`/editions/${annee}/photos/${nameOfPrinted(file)}`), width, height };
  }
  const widths = PHOTO_WIDTHS.map((width) => Math.min(width, autoOrient.width));
  const addresses = PHOTO_WIDTHS.map((width) => path(`/editions/${annee}/photos/${nameOfSize(file, width)}`));
  const shown = [...new Set(widths)].map((width) => [addresses[widths.indexOf(width)]!, width] as const);
  const [src, width] = shown.at(-1)!;
  return {
    src,
    srcset: shown.map(([address, wide]) => `${address} ${wide}w`).join(', '),
    width,
    height: Math.round((autoOrient.height * width) / autoOrient.width),
  };
}
