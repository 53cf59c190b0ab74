import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page, Route } from 'playwright-core';
import { SPOKEN_AS, tagParts } from '../structure/tag-parts.ts';
import { cleanLayout, type LaidOutBook } from './clean-layout.ts';
import { exchangeTexts } from './exchange-texts.ts';
import { hyphenate } from './hyphenate.ts';
import { measureChapters, orderBlocks, placeFloats } from './place-floats.ts';
import { type BookSource, readBook } from './read-book.ts';

/** A book as the browser printed it, what its source holds, and what was measured once it was laid out. */
export interface PrintedBook {
  readonly pdf: Uint8Array;
  readonly source: BookSource;
  readonly layout: LaidOutBook;
}

/** Where the viewer is served, beside the book: both must come from one origin. */
const VIEWER = '/.vivliostyle/';

/** Longest time that a book may take to be laid out, in ms. */
const PATIENCE = 300_000;

/**
 * Prints a whole book: its page is read and hyphenated, then laid out page by page by Vivliostyle, cleaned of what only
 * served the layout, and printed with tags and bookmarks. `tell` hears how many pages are laid out so far, 0 at the end;
 * more style makes the book otherwise, as `aroundPages` does for a press.
 */
export async function printBook(
  browser: Browser,
  address: string,
  tell: (pages: number) => void = () => undefined,
  style?: string,
): Promise<PrintedBook> {
  const page = await browser.newPage();
  try {
    const { source, html } = await prepare(page, address, style);
    await page.route(
      (url) => url.href === address,
      (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await page.route((url) => url.pathname.startsWith(VIEWER), serveViewer);
    await layOut(page, address, tell);
    const layout = await page.evaluate(cleanLayout);
    await page.evaluate(tagParts, SPOKEN_AS);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    return { pdf, source, layout };
  } finally {
    await page.close();
  }
}

/** The page as it was built, read; then as it is to be laid out. */
async function prepare(page: Page, address: string, style?: string): Promise<{ source: BookSource; html: string }> {
  const answer = await page.goto(address, { waitUntil: 'load' });
  if (!answer?.ok()) throw new Error(`${address} answers ${answer?.status()}`);
  const source = await page.evaluate(readBook);
  const texts = await page.evaluate(exchangeTexts, undefined);
  await page.evaluate(exchangeTexts, texts.map(hyphenate));
  await page.emulateMedia({ media: 'print' });
  const chapters = await page.evaluate(measureChapters);
  await page.evaluate(orderBlocks, chapters.map(placeFloats));
  if (style !== undefined) await page.addStyleTag({ content: style });
  return { source, html: await page.content() };
}

async function layOut(page: Page, address: string, tell: (pages: number) => void): Promise<void> {
  const viewer = new URL(`${VIEWER}index.html`, address).href;
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${viewer}#src=${address}&bookMode=false&renderAllPages=true&allowScripts=false`, {
    waitUntil: 'load',
  });
  const done = page.waitForFunction(() => document.body.dataset.vivliostyleViewerStatus === 'complete', undefined, {
    timeout: PATIENCE,
    polling: 250,
  });
  const counting = setInterval(() => {
    page
      .evaluate(() => document.querySelectorAll('[data-vivliostyle-page-container]').length)
      .then(tell, () => undefined);
  }, 1000);
  try {
    await done;
  } finally {
    clearInterval(counting);
    tell(0);
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

async function serveViewer(route: Route): Promise<void> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@vivliostyle/viewer/lib/index.html')));
  const asked = normalize(new URL(route.request().url()).pathname.slice(VIEWER.length));
  try {
    const body = await readFile(join(folder, asked));
    await route.fulfill({ contentType: TYPES[extname(asked)] ?? 'application/octet-stream', body });
  } catch {
    await route.fulfill({ status: 404, body: '' });
  }
}
