import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** True for the name of a picture that can stand in an address as it is. */
export function isPhotoName(name: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpe?g|png|webp)$/.test(name);
}

/** The pictures of an edition's folder `photos/`, by name: JPEG, PNG or WebP. */
export function listPhotos(content: string, annee: string): readonly string[] {
  try {
    return readdirSync(join(content, 'editions', annee, 'photos'))
      .filter(isPhotoName)
      .sort();
  } catch {
    return [];
  }
}
