import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inject } from 'vitest';

/** Folder of the site built for this run. */
export const dist = inject('dist');

/** Every file of the built site, by path from its root with `/`. */
export const files: readonly string[] = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .sort();

/** The pages among them. */
export const pages: readonly string[] = files.filter((file) => file.endsWith('.html'));

/** The text of a built file. */
export function read(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}
