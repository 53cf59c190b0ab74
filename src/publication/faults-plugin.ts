import { sep } from 'node:path';
import type { Plugin } from 'vite';
import type { Fault } from '../csv/fault.ts';
import { loadObservatory } from '../datasets/load.ts';
import type { Folders } from '../observatory/folders.ts';
import { CARD } from '../observatory/frozen-years.ts';
import { forms } from '../report/forms.ts';
import { checkLock } from './check-lock.ts';

/**
 * While one writes, every page asked for is the list of what is wrong in the files that all pages need, as « npm run
 * verifier » tells it, and comes back as itself once they are mended. Astro would show a stack, in English.
 */
export function faultsPlugin(folders: Folders): Plugin {
  let told: Promise<string | undefined> | undefined;
  return {
    name: 'observatoire:faults',
    configureServer({ config, watcher, middlewares }) {
      watcher.on('all', (_event, file) => {
        if ([folders.data, folders.content].some((folder) => file.startsWith(folder + sep))) told = undefined;
      });
      const tell = async () => {
        const faults = await readFaults(folders);
        if (faults.length === 0) return undefined;
        config.logger.error(forms.terminal(faults, [], {}));
        return reload(forms.html(faults, []), config.base);
      };
      // The other observatory has a server of its own, which judges its own files.
      const elsewhere = Object.keys(config.server.proxy ?? {});
      middlewares.use((request, response, next) => {
        const { url = '/', headers } = request;
        if (!headers.accept?.includes('text/html') || elsewhere.some((start) => url.startsWith(start))) return next();
        told ??= tell();
        told.then((page) => {
          if (page === undefined) return next();
          response.writeHead(500, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
          response.end(page);
        }, next);
      });
    },
  };
}

/** What keeps every page from being drawn: data, settings, and the cards of frozen years. */
async function readFaults(folders: Folders): Promise<readonly Fault[]> {
  const { faults } = await loadObservatory(folders);
  const cards = checkLock(folders.content).broken.filter(({ file }) => file.endsWith(`/${CARD}`));
  return [...faults, ...cards].filter(({ level }) => level === 'erreur');
}

/** The page with the script by which the server says that a file was saved. */
function reload(page: string, base: string): string {
  return page
    .replace("default-src 'none';", "default-src 'none'; script-src 'self'; connect-src 'self' ws:;")
    .replace('</head>', `<script type="module" src="${base}@vite/client"></script>\n</head>`);
}
