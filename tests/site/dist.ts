import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { inject } from 'vitest';
import { readPngTexts } from '../components/read-png-texts.ts';
import { readWorkbook } from '../components/read-workbook.ts';
import { filesOf } from '../files-of.ts';

/** Folder of the site built for this run. */
export const dist = inject('dist');

/** Every file of the built site, by path from its root with `/`. */
export const files: readonly string[] = filesOf(dist);

/** The pages among them. */
export const pages: readonly string[] = files.filter((file) => file.endsWith('.html'));

/** The text of a built file; of what the search engine knows of a page, the words that it shows. */
export function read(file: string): string {
  return textOf(join(dist, file));
}

/** The text of a file of any built site; of a picture, what it says of itself to programs, of a workbook its cells, as JSON. */
export function textOf(path: string): string {
  const bytes = readFileSync(path);
  if (path.endsWith('.xlsx')) return JSON.stringify(cellsOf(bytes));
  if (path.endsWith('.zip')) return legendsOf(bytes);
  if (path.endsWith('.png')) return JSON.stringify(Object.fromEntries(readPngTexts(bytes)));
  return path.endsWith(FOUND) ? wordsOf(gunzipSync(bytes).toString().replace(SIGNATURE, '')) : bytes.toString();
}

/** What an archive of pictures says in its own words; a test sees that the pictures are those of the site. */
function legendsOf(bytes: Uint8Array): string {
  const texts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.txt'));
  return texts.map(([, text]) => strFromU8(text)).join('\n');
}

/** The cells of each sheet, numbers as our CSV files write them. */
function cellsOf(bytes: Uint8Array) {
  const sheets = [...readWorkbook(bytes)].map(([tab, rows]) => [
    tab,
    rows.map((row) => row.map(({ text, isNumber }) => (isNumber ? text.replace('.', ',') : text))),
  ]);
  return Object.fromEntries(sheets);
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
