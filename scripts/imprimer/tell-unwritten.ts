import { existsSync } from 'node:fs';
import { nameFile } from '../../src/datasets/files.ts';
import { typo } from '../../src/text/typography.ts';

/** Says that a file is not written and why; one of that name that was there stays, and would be sent for the new one. */
export function tellUnwritten(file: string, why: string): string {
  const former = existsSync(file) ? ' Ce qui porte ce nom dans le dossier date d’une impression d’avant.' : '';
  return typo(`${nameFile(file)} n’est pas écrit : ${why}.${former}`);
}

/** Why what would publish a secret is not written. */
export const SAYS_SECRETS = 'il dirait ce qui doit rester secret';
