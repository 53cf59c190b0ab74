import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../shared/real');

/** Skips a test with a word when the real files, which are no part of the project, are not beside it. */
export function readReal(name: string, { skip }: { skip: (condition: boolean, note: string) => void }): Uint8Array {
  const path = join(FOLDER, name);
  skip(!existsSync(path), `fichier réel absent : ../shared/real/${name}`);
  return readFileSync(path);
}

/** Bytes of a CSV typed in a test. */
export function bytesOf(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\n'));
}

/** Bytes of a text in windows-1252, for the characters that it shares with Latin-1. */
export function latinBytesOf(...lines: readonly string[]): Uint8Array {
  return Uint8Array.from(lines.join('\r\n'), (character) => character.charCodeAt(0));
}
