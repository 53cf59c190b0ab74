import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { headersOf } from '../../src/hosting/headers.ts';
import { serve } from '../../src/hosting/serve.ts';
import { openBrowser } from '../../src/print/open-browser.ts';

/** The built site in a browser, from the first test of a file to its last. */
export interface OpenSite {
  readonly browser: Browser;
  /** Where it is served, without a final slash nor the path under which it lies. */
  readonly origin: string;
  /** Opens a page in a context of its own, and hands it over. */
  visit<T>(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>): Promise<T>;
}

/**
 * Serves a built site, of all tests unless another folder is named, and starts a browser before the tests of the calling
 * file or group; closes both after them.
 */
export function openSite(dist = () => inject('dist'), base = '/'): OpenSite {
  let [browser, origin]: [Browser?, string?] = [];
  const closers: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const server = await serve(dist(), { headersOf, base });
    const opened = await openBrowser();
    closers.push(opened.close, server.close);
    [browser, origin] = [opened.browser, server.origin];
  });

  afterAll(async () => {
    for (const close of closers) await close();
  });

  const site: OpenSite = {
    get browser() {
      return browser!;
    },
    get origin() {
      return origin!;
    },
    async visit(path, options, look) {
      const context = await site.browser.newContext(options);
      try {
        const page = await context.newPage();
        await page.goto(site.origin + path);
        return await look(page);
      } finally {
        await context.close();
      }
    },
  };
  return site;
}
