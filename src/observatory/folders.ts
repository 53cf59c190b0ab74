import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Folders } from '../datasets/load.ts';

export type { Folders };

type Environment = Readonly<Record<string, string | undefined>>;

/** The folders of the real observatory: `OBSERVATOIRE_DATA` and `OBSERVATOIRE_CONTENT`, else `data` and `content`. */
export function realFolders(environment: Environment): Folders {
  return {
    data: resolve(environment.OBSERVATOIRE_DATA ?? 'data'),
    content: resolve(environment.OBSERVATOIRE_CONTENT ?? 'content'),
    demonstration: false,
  };
}

/** The folders of the demonstration, inside the real ones; undefined where there is none. */
export function demonstrationFolders(environment: Environment): Folders | undefined {
  const real = realFolders(environment);
  const folders = {
    data: join(real.data, 'demonstration'),
    content: join(real.content, 'demonstration'),
    demonstration: true,
  };
  return existsSync(join(folders.content, 'observatoire.yaml')) && existsSync(folders.data) ? folders : undefined;
}

/** The folders this build is about: the demonstration's when `OBSERVATOIRE_DEMONSTRATION` is 1. */
export function currentFolders(environment: Environment = process.env): Folders {
  if (environment.OBSERVATOIRE_DEMONSTRATION !== '1') return realFolders(environment);
  const folders = demonstrationFolders(environment);
  if (!folders)
    throw new Error('OBSERVATOIRE_DEMONSTRATION is 1, and there is no content/demonstration/observatoire.yaml');
  return folders;
}
