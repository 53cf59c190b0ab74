import { basename } from 'node:path';
import { nameFile } from '../../src/datasets/files.ts';
import { tellsSecrets } from '../../src/print/check-secrecy.ts';
import { type Check, isSound } from '../../src/print/preflight.ts';
import { tellPreflight, writePreflight } from '../../src/print/tell-preflight.ts';
import { save } from './save.ts';
import { SAYS_SECRETS, tellUnwritten } from './tell-unwritten.ts';

/** A finished PDF, with what was found of each promise. */
export interface CheckedPdf {
  readonly pdf: Uint8Array;
  readonly checks: readonly Check[];
}

/**
 * Writes a PDF with its checks in a file beside it, and tells them; one that says a secret is told of, and never written.
 * True where every promise is held.
 */
export function keepPdf(file: string, { pdf, checks }: CheckedPdf, say: (line: string) => void): boolean {
  const isSecret = tellsSecrets(checks);
  if (!isSecret) {
    save(file, pdf);
    save(file.replace(/pdf$/, 'json'), writePreflight(basename(file), checks));
  }
  say(tellPreflight(nameFile(file), checks));
  if (isSecret) say(tellUnwritten(file, SAYS_SECRETS));
  return isSound(checks);
}
