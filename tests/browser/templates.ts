import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Folders whose pages are all made by one template. */
const SERIES = ['portrait', 'lieux', 'graphiques', 'integrer', 'editions'];

/**
 * One address a template of each observatory: of the pages that a template makes, the heaviest, which asks most of it.
 * A new template is looked at without anybody naming it.
 */
export function templatesOf(dist: string): readonly string[] {
  const heaviest = new Map<string, { path: string; size: number }>();
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    const path = `/${file
      .split(sep)
      .join('/')
      .replace(/index\.html$/, '')}`;
    const size = statSync(join(dist, file)).size;
    const template = templateOf(path);
    if (size > (heaviest.get(template)?.size ?? 0)) heaviest.set(template, { path, size });
  }
  return [...heaviest.values()].map(({ path }) => path).sort();
}

/** The address of a page, or what the pages of its template have in common. */
function templateOf(path: string): string {
  const series = new RegExp(`^(/demonstration)?/(${SERIES.join('|')})/(.+)$`).exec(path);
  if (!series) return path;
  const [, root = '', folder = '', rest = ''] = series;
  // The page of a whole book is not made as those of its chapters.
  return `${root}/${folder}/${rest.replace(/[^/]+/g, (name) => (name === 'livre' ? name : '*'))}`;
}
