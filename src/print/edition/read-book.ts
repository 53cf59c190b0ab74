import type { PageSource } from '../print-page.ts';

/** What a book holds before it is laid out. */
export interface BookSource extends Omit<PageSource, 'overflowing' | 'smallest'> {
  readonly chapters: readonly { readonly title: string; readonly last: string }[];
  /** Titles of the numbered figures. */
  readonly figures: readonly string[];
  /** Words of each note, whole. */
  readonly notes: readonly string[];
  /** Photographs, each counted once. */
  readonly photos: number;
  /** Addresses outside the book. */
  readonly links: readonly string[];
  /** Links from one place of the book to another. */
  readonly references: number;
  /** Texts of the back cover. */
  readonly back: readonly string[];
}

/** Reads the page of a book, and takes out of it what only a website can use. Runs in the page: no name of this file is known there. */
export function readBook(): BookSource {
  const said = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
  const all = (selector: string, from: ParentNode = document.body) => [...from.querySelectorAll<HTMLElement>(selector)];
  const isSeen = (element: Element) => element.getClientRects().length > 0;
  for (const script of document.querySelectorAll('script')) script.remove();
  // A page of the site is reached by the site's own address; while it has none, its words stay.
  for (const link of all('a[href]') as HTMLAnchorElement[]) {
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#') || link.origin !== location.origin) continue;
    const site = said('site');
    if (site) link.href = site + href;
    else link.replaceWith(...link.childNodes);
  }
  for (const hidden of all('.to-end, .notes-end')) hidden.remove();
  const words = (element: Element | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const links = (all('a[href]') as HTMLAnchorElement[]).filter(isSeen);
  // The number of a page is only written once the book is laid out: what is looked for stands before or after it.
  const endOf = (block: Element | undefined) => {
    const copy = block?.cloneNode(true) as Element | undefined;
    for (const note of copy?.querySelectorAll('.note-side, .note-call') ?? []) note.remove();
    for (const reference of copy?.querySelectorAll('.reference') ?? []) reference.append('\u0000');
    const parts = words(copy).split('\u0000');
    return parts.findLast((part) => part.length > 10) ?? parts.join('');
  };
  const lastOf = (chapter: HTMLElement) => {
    const blocks = all('p, li, dd, td, figcaption', chapter);
    return endOf(
      blocks
        .filter((block) => isSeen(block) && !block.closest('.note-side, .pull') && !block.querySelector('p'))
        .at(-1),
    );
  };
  return {
    title: document.title,
    author: said('author'),
    subject: said('description'),
    date: said('date'),
    headings: all('h1, h2, h3, h4, h5').filter(isSeen).map(words),
    pictures: all('[role=img], img').map(
      (picture) => picture.getAttribute('aria-label') ?? picture.getAttribute('alt') ?? '',
    ),
    chapters: all('.chapter').map((chapter) => ({
      title: words(all('.chapter-title', chapter)[0]),
      last: lastOf(chapter),
    })),
    figures: all('.figure-title').map(words),
    notes: all('.note-side').map(words),
    photos: new Set((all('img') as HTMLImageElement[]).map(({ src }) => src)).size,
    links: links.filter((link) => !link.getAttribute('href')?.startsWith('#')).map((link) => link.href),
    references: links.filter((link) => link.getAttribute('href')?.startsWith('#')).length,
    back: all('.back-page :is(p, li)').map(words),
  };
}

/** The texts that may be hyphenated, in order. Runs in the page. */
export function readTexts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (
      parent?.closest('.book-text :is(p, li, dd, .note-side)') &&
      !parent.closest('h2, h3, h4, h5, svg, .session-time, .figure-number, .pull, .insecable, .numbers')
    ) {
      texts.push(node.textContent ?? '');
    }
  }
  return texts;
}

/** Puts the texts back, hyphenated, in the order in which they were read. Runs in the page. */
export function setTexts(texts: readonly string[]): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let next = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (
      parent?.closest('.book-text :is(p, li, dd, .note-side)') &&
      !parent.closest('h2, h3, h4, h5, svg, .session-time, .figure-number, .pull, .insecable, .numbers')
    ) {
      node.textContent = texts[next++] ?? '';
    }
  }
}
