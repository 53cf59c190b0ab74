import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { placeOfChapter } from './chapter-slug.ts';
import { annotateChapter } from './edition/annotate-chapter.ts';
import type { Folders } from './folders.ts';

const MODULE = 'virtual:prose';

/**
 * Gives the pages `virtual:prose`: every MDX file of the content folder, wherever that folder is, by its path without
 * ending ("pages/methode"). Astro's content collections would do, but keep their state in one `.astro` folder a project,
 * and our two observatories are built side by side. It also says whether drafts are seen: while one writes, and never in what
 * is built, whatever the machine's environment says. Chapters of editions are annotated before the MDX compiler reads them.
 */
export function prosePlugin({ data, content }: Folders): Plugin {
  let drafts = false;
  return {
    name: 'observatoire:prose',
    enforce: 'pre',
    configResolved({ command }) {
      drafts = command === 'serve';
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const files = listProse(content);
      const imports = files.map((file, index) => `import * as p${index} from ${JSON.stringify(join(content, file))};`);
      const entries = files.map((file, index) => `${JSON.stringify(file.replace(/\.mdx$/, ''))}: p${index}`);
      return `${imports.join('\n')}\nexport const modules = { ${entries.join(', ')} };\nexport const drafts = ${drafts};`;
    },
    transform(code, id) {
      const place = id.startsWith(content + sep) ? placeOfChapter(nameOf(content, id)) : undefined;
      return place === undefined || !id.endsWith('.mdx')
        ? undefined
        : { code: annotateChapter(code, place, { drafts }), map: null };
    },
    configureServer(server) {
      server.watcher.add([data, content]);
      server.watcher.on('all', (_event, file) => {
        if (![data, content].some((folder) => file.startsWith(folder + sep))) return;
        for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/**
 * The MDX files of a content folder, by relative path with `/`, and whatever else bears such a name: whoever reads it says
 * what it is. Those of the demonstration are another observatory's.
 */
export function listProse(content: string): readonly string[] {
  return listEntries(content)
    .filter((entry) => entry.name.endsWith('.mdx'))
    .map((entry) => nameOf(content, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('demonstration/') && !file.startsWith('publications/'))
    .sort();
}

function nameOf(content: string, path: string): string {
  return relative(content, path).split(sep).join('/');
}

function listEntries(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
}
