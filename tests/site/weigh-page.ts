import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** What a page to embed may weigh, in bytes: it stands in pages that are heavy enough. */
export const EMBED_MOST = 10_240;

/** A page of a built site with the styles and scripts that it asks for, in bytes as servers compress them, fonts left aside. */
export function weighPage(dist: string, page: string, base = '/'): number {
  const html = readFileSync(join(dist, page), 'utf8');
  const asked = [...html.matchAll(/(?:href|src)="([^"]+\.(?:css|js))"/g)]
    .map(([, file]) => file!)
    .filter((file) => file.startsWith(base))
    .map((file) => file.slice(base.length));
  return [page, ...new Set(asked)].reduce((sum, file) => sum + compressed(join(dist, file)), 0);
}

/** Pages share their styles and scripts: each file is compressed once. */
const known = new Map<string, number>();

function compressed(file: string): number {
  const size = known.get(file) ?? brotliCompressSync(readFileSync(file)).length;
  known.set(file, size);
  return size;
}
