import { isUtf8 } from 'node:buffer';

/** The byte of each sign, as an old Windows program reads and writes it. */
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from(
    new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
    (sign, byte) => [sign, byte] as const,
  ),
);
/** Signs that such a program shows for the second byte of an accented letter. */
const FOLLOWING = `[\u0080-\u00bf${[...BYTES].flatMap(([sign, byte]) => (byte >= 0x80 && byte < 0xa0 ? sign : [])).join('')}]`;
const TRACE = new RegExp(`[ÂÃ]${FOLLOWING}|â(?:€|\u0080)${FOLLOWING}`);

/** The first « Ã© » of a text: what is left of an accent in UTF-8 that was read as something else; undefined in any sound text. */
export function findDoubleEncoding(text: string): string | undefined {
  return TRACE.exec(text)?.[0];
}

/** A text in UTF-8 that was read as windows-1252, then written again, as it was first; undefined when it was not, or not as a whole. */
export function undoDoubleEncoding(text: string): string | undefined {
  if (findDoubleEncoding(text) === undefined) return undefined;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x100 ? code : BYTES.get(text[at]!);
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return isUtf8(bytes) ? new TextDecoder().decode(bytes) : undefined;
}
