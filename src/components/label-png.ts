import { crc32 } from 'node:zlib';

/** The signature, and the header that every PNG begins with: what is said of a picture follows them. */
const BEFORE = 8 + 25;

/**
 * A PNG that says what it is to programs (chunks iTXt, in French): the same pixels. Keywords are those that the standard
 * registers (Title, Author, Description, Copyright, Source, Comment) or plain ASCII words; empty texts are left out.
 */
export function labelPng(
  png: Uint8Array,
  texts: readonly (readonly [keyword: string, text: string | undefined])[],
): Uint8Array<ArrayBuffer> {
  const chunks = texts.flatMap(([keyword, text]) => (text ? [textChunk(keyword, text)] : []));
  return new Uint8Array(Buffer.concat([png.subarray(0, BEFORE), ...chunks, png.subarray(BEFORE)]));
}

/** Length, "iTXt", keyword, not compressed, language, no translated keyword, text, then the sum that readers check. */
function textChunk(keyword: string, text: string): Uint8Array {
  const body = Buffer.from(`iTXt${keyword}\0\0\0fr\0\0${text}`);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
