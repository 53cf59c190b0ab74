import { SOUND, type SoundFile } from './sound.ts';

/** One way in which a file is spoilt, and what a person then gets. */
export interface Damage {
  /** What happened to the file, in French. */
  readonly name: string;
  /** The sound file that it happened to. */
  readonly file: SoundFile;
  /** The spoilt file; null makes a folder of it. */
  readonly spoil: (sound: string) => string | Uint8Array | null;
  /**
   * `refusé`: exit code 1, nothing is written. `mêmes lignes`: read as the sound file is, cell by cell. `lu autrement`: read, and
   * what was read differs, as the report says.
   */
  readonly outcome: 'refusé' | 'mêmes lignes' | 'lu autrement';
  /** All that the person reads and would not read of the sound file. */
  readonly said: string;
}

/** Puts a text in the place of another, which the sound file must hold. */
export function swap(from: string, to: string): Damage['spoil'] {
  return (sound) => {
    if (!sound.includes(from)) throw new Error(`"${from}" is not in the sound file`);
    return sound.replace(from, () => to);
  };
}

/** Does the same to every line, the header's included. */
export function eachLine(change: (line: string, index: number) => string): Damage['spoil'] {
  return (sound) => `${sound.trimEnd().split('\n').map(change).join('\n')}\n`;
}

/** Adds lines under the last. */
export function append(...lines: readonly string[]): Damage['spoil'] {
  return (sound) => sound + lines.map((line) => `${line}\n`).join('');
}

/** The header of a sound file. */
export function headerOf(file: SoundFile): string {
  return SOUND[file].split('\n', 1)[0]!;
}

/** The bytes that an old Windows program writes for a text of the French. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => WINDOWS.get(sign) ?? sign.charCodeAt(0));
}

const WINDOWS = new Map([
  ['’', 0x92],
  ['€', 0x80],
  ['œ', 0x9c],
]);
