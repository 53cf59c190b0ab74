import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { close, createIndex, type IndexFile } from 'pagefind';
import { splitElisions } from '../src/text/elisions.ts';
import { orderFilters } from './order-filters.ts';

/** Where a site keeps its index, beside the page that searches it. */
const FOLDER = 'rechercher/pagefind';

/** The few files that our own page asks for: neither a ready-made interface, nor what another language would take. */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.fr\.pagefind|.*\.pf_(?:meta|index|filter|fragment))$/;

/** Not what a page says: pictures (their summary is read), lists that lead to other pages, codes to copy, what only ears hear. */
const LEFT_OUT = [
  ...['svg', 'textarea', 'obs-copy', 'search', '.unseen', '.figure-number', 'thead', '.unknown a'],
  ...['.directory', '.finding', '[aria-labelledby="voisins"]'],
  ...['.files', '.more > summary', '.more > h2', '.more > h3', '.more > h4', '.more > .small'],
  // A figure is found on its own page; elsewhere its heading is enough.
  ...['obs-chart', '.subtitle', '.notes', '.flows', '.more'].map((part) => `figure:not([data-alone]) ${part}`),
];

/**
 * Writes the search index of one observatory's built pages into their folder. Only what the layout marks as searchable
 * is read; `base` is the path under which the folder will be served. The same pages always give the same bytes.
 */
export async function indexPages(folder: string, base: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'fr', excludeSelectors: LEFT_OUT });
  if (!index) throw new Error(`Pagefind does not start: ${errors.join(', ')}`);
  for (const page of pagesOf(folder)) {
    const html = readFileSync(join(folder, page), 'utf8');
    if (!html.includes('data-pagefind-body')) continue;
    const added = await index.addHTMLFile({
      url: base + page.replace(/index\.html$/, ''),
      content: splitElisions(closeTerms(html)),
    });
    if (added.errors.length > 0) throw new Error(`Pagefind cannot read ${page}: ${added.errors.join(', ')}`);
  }
  const { files } = await index.getFiles();
  for (const file of orderFilters(files)) write(join(folder, FOLDER), file);
  await index.deleteIndex();
}

/** Ends the program that makes indexes: it would keep the command waiting. */
export async function closeIndexer(): Promise<void> {
  await close();
}

/** Lists of terms as sentences, and what stands below something apart from it: the engine would glue them together. */
function closeTerms(html: string): string {
  return html
    .replaceAll('</dt>', '\u00a0: </dt>')
    .replaceAll('</dd>', '. </dd>')
    .replaceAll('</span><span', '</span> <span');
}

/** In one order everywhere: the index numbers pages as they come. */
function pagesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => relative(folder, join(folder, file)).split(sep).join('/'))
    .sort();
}

function write(folder: string, { path, content }: IndexFile): void {
  if (!NEEDED.test(path)) return;
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
