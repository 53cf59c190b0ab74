import type { Browser } from 'playwright-core';
import { SPOKEN_AS, tagParts } from './structure/tag-parts.ts';

/** A printed page as the browser gave it: the PDF, and what the page itself says of it, to check the PDF against. */
export interface PrintedPage {
  readonly pdf: Uint8Array;
  readonly source: PageSource;
}

/** What a page of ours holds before it is printed. */
export interface PageSource {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** ISO, of the data: "2026-11-23" or "3003-05". */
  readonly date: string;
  readonly headings: readonly string[];
  /** The alternative text of each picture. */
  readonly pictures: readonly string[];
  /** Words that leave their box or the sheet: the beginning of each text. */
  readonly overflowing: readonly string[];
  /** The smallest text, in points on paper, and its beginning. */
  readonly smallest: { readonly points: number; readonly text: string } | undefined;
}

/** Opens a page in the browser and prints it at the size that its style sheet gives, or more style does, with tags and bookmarks. */
export async function printPage(browser: Browser, address: string, style?: string): Promise<PrintedPage> {
  const page = await browser.newPage();
  try {
    const answer = await page.goto(address, { waitUntil: 'load' });
    if (!answer?.ok()) throw new Error(`${address} answers ${answer?.status()}`);
    await page.emulateMedia({ media: 'print' });
    if (style !== undefined) await page.addStyleTag({ content: style });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const source = await page.evaluate(readSource);
    await page.evaluate(tagParts, SPOKEN_AS);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    return { pdf, source };
  } finally {
    await page.close();
  }
}

/** Runs in the page: no name of this file is known there. */
function readSource(): PageSource {
  const said = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
  const texts = [...document.body.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, td, th, dt, dd')];
  const bodies = [...document.body.querySelectorAll<HTMLElement>('[data-sheet]')];
  const begin = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
  const leaves = (inner: DOMRect, outer: DOMRect) =>
    inner.right > outer.right + 1 ||
    inner.bottom > outer.bottom + 1 ||
    inner.left < outer.left - 1 ||
    inner.top < outer.top - 1;
  const overflowing = bodies.flatMap((sheet) => {
    const boxes = [sheet, ...sheet.querySelectorAll<HTMLElement>('[data-box]')];
    return boxes.flatMap((box) => {
      const outer = box.getBoundingClientRect();
      return [...box.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, td, th, [role=img]')]
        .filter((inner) => inner.getClientRects().length > 0)
        .filter((inner) => leaves(inner.getBoundingClientRect(), outer) || inner.scrollWidth > inner.clientWidth + 1)
        .map((inner) => begin(inner.getAttribute('aria-label') ?? inner.textContent));
    });
  });
  const sizes = [
    ...texts
      .filter((text) => text.textContent?.trim() && text.getClientRects().length > 0)
      .map((text) => ({
        points: (Number.parseFloat(getComputedStyle(text).fontSize) * 72) / 96,
        text: begin(text.textContent),
      })),
    ...[...document.body.querySelectorAll<SVGTextElement>('svg text')].map((text) => ({
      points: (Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 1) * 72) / 96,
      text: begin(text.textContent),
    })),
  ];
  return {
    title: document.title,
    author: said('author'),
    subject: said('description'),
    date: said('date'),
    headings: [...document.body.querySelectorAll('h1, h2, h3')].map((heading) => heading.textContent ?? ''),
    pictures: [...document.body.querySelectorAll('[role=img], img')].map(
      (picture) => picture.getAttribute('aria-label') ?? picture.getAttribute('alt') ?? '',
    ),
    overflowing: [...new Set(overflowing)],
    smallest: sizes.toSorted((a, b) => a.points - b.points)[0],
  };
}
