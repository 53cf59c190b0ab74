import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { nameFile } from '../../src/datasets/files.ts';
import { typo } from '../../src/text/typography.ts';

/** Why nothing can be written in a folder, which may not be there yet; nothing where it can. Known only at the end, it would cost all that was printed. */
export function tellObstacle(folder: string): string | undefined {
  let nearest = resolve(folder);
  while (!existsSync(nearest)) nearest = dirname(nearest);
  if (!statSync(nearest).isDirectory()) return tell(folder, `« ${nameFile(nearest)} » n’est pas un dossier.`);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return undefined;
  } catch {
    return tell(folder, `vous n’avez pas le droit d’écrire dans « ${nameFile(nearest)} ».`);
  }
}

const tell = (folder: string, why: string): string => typo(`Impossible d’écrire dans « ${nameFile(folder)} » : ${why}`);
