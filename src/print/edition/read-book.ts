import type { PageSource } from '../print-page.ts';

/** What a book holds before it is laid out. */
export interface BookSource extends Omit<PageSource, 'overflowing' | 'smallest'> {
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
  return {
    title: document.title,
    author: said('author'),
    subject: said('description'),
    date: said('date'),
    headings: all('h1, h2, h3, h4, h5').filter(isSeen).map(words),
    pictures: all('[role=img], img').map(
      (picture) => picture.getAttribute('aria-label') ?? picture.getAttribute('alt') ?? '',
    ),
    photos: new Set((all('img') as HTMLImageElement[]).map(({ src }) => src)).size,
    links: links.filter((link) => !link.getAttribute('href')?.startsWith('#')).map((link) => link.href),
    references: links.filter((link) => link.getAttribute('href')?.startsWith('#')).length,
    back: all('.back-page :is(p, li)').map(words),
  };
}
