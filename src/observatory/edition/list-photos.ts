import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The pictures of an edition's folder `photos/`, by name: JPEG, PNG or WebP. */
export function listPhotos(content: string, annee: string): readonly string[] {
  try {
    return readdirSync(join(content, 'editions', annee, 'photos'))
      .filter((name) => /^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpe?g|png|webp)$/.test(name))
      .sort();
  } catch {
    return [];
  }
}
