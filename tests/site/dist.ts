import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { inject } from 'vitest';
import { readPngTexts } from '../components/read-png-texts.ts';

/** Folder of the site built for this run. */
export const dist = inject('dist');

/** Every file of the built site, by path from its root with `/`. */
export const files: readonly string[] = filesOf(dist);

/** The pages among them. */
export const pages: readonly string[] = files.filter((file) => file.endsWith('.html'));

/** Every file of a folder, by path from there with `/`. */
export function filesOf(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The text of a built file; of what the search engine knows of a page, the words that it shows. */
export function read(file: string): string {
  return textOf(join(dist, file));
}

/** The text of a file of any built site; of a picture, what it says of itself to programs, as JSON. */
export function textOf(path: string): string {
  const bytes = readFileSync(path);
  if (path.endsWith('.png')) return JSON.stringify(Object.fromEntries(readPngTexts(bytes)));
  return path.endsWith(FOUND) ? wordsOf(gunzipSync(bytes).toString().replace(SIGNATURE, '')) : bytes.toString();
}

/** Without the places of words, which only the engine reads. */
function wordsOf(found: string): string {
  const { url, content, meta, filters, anchors } = JSON.parse(found);
  return JSON.stringify({ url, content, meta, filters, anchors: anchors.map(({ text }: { text: string }) => text) });
}

/** What the search engine shows of one page, as JSON, compressed. */
const FOUND = '.pf_fragment';

/** What the engine writes before everything it compresses. */
const SIGNATURE = 'pagefind_dcd';
