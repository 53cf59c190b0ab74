import { join } from 'node:path';
import type { Fault } from '../../csv/fault.ts';
import { nameFile } from '../../datasets/files.ts';
import { listPhotos } from './list-photos.ts';

/** Enough of a picture to know that all of it can be read, in px. */
const GLANCE = 64;

/** The pictures of an edition that cannot be opened, or end too soon: each would stop the pages that show it, and not say which it is. */
export async function checkPhotoFiles(content: string, annee: string): Promise<readonly Fault[]> {
  const photos = listPhotos(content, annee);
  if (photos.length === 0) return [];
  // Most observatories have no photograph, and reading one costs a library.
  const { default: sharp } = await import('sharp');
  const checked = photos.map(async (name): Promise<readonly Fault[]> => {
    const file = join(content, 'editions', annee, 'photos', name);
    const isRead = await sharp(file)
      .resize(GLANCE)
      .raw()
      .toBuffer()
      .then(
        () => true,
        () => false,
      );
    const fault: Fault = { level: 'erreur', file: nameFile(file), problem: 'image illisible', expected: EXPECTED };
    return isRead ? [] : [fault];
  });
  return (await Promise.all(checked)).flat();
}

const EXPECTED = 'une image JPEG, PNG ou WebP entière';
