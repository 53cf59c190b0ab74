import { resolve } from 'node:path';
import { nameFile } from '../../src/datasets/files.ts';
import { NoBrowser } from '../../src/print/open-browser.ts';
import { typo } from '../../src/text/typography.ts';

/** A write that fails for want of room names no file. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT']);

/** No browser, a full disk, or a folder that cannot be written, is no bug of ours; anything else is thrown again, with its stack. */
export function describeFailure(error: unknown, folder: string): string {
  if (error instanceof NoBrowser) return error.message;
  const { code = '', path } = error as NodeJS.ErrnoException;
  const into = `Impossible d’écrire dans « ${nameFile(folder)} »`;
  if (NO_ROOM.has(code)) return typo(`${into} : il n’y a plus de place sur ce disque.`);
  if (path === undefined || !isAlong(resolve(path), resolve(folder))) throw error;
  return typo(`${into} (${code}) : le fichier est-il ouvert ailleurs, avez-vous le droit d’y écrire ?`);
}

/** In the folder, or on the way to it: it is made where it was not. */
function isAlong(path: string, folder: string): boolean {
  return path.startsWith(folder) || folder.startsWith(path);
}
