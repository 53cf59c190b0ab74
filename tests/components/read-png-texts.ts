import { crc32 } from 'node:zlib';

/** What a PNG says of itself, by keyword, read chunk by chunk as the standard says; throws where a sum is wrong. */
export function readPngTexts(png: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(png);
  const texts = new Map<string, string>();
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const body = bytes.subarray(at + 4, at + 8 + bytes.readUInt32BE(at));
    if (crc32(body) !== bytes.readUInt32BE(at + 4 + body.length)) throw new Error(`A wrong sum at byte ${at}`);
    const found = /^iTXt([^\0]+)\0\0\0([^\0]*)\0([^\0]*)\0(.*)$/s.exec(body.toString());
    if (found) texts.set(found[1]!, found[4]!);
  }
  return texts;
}
