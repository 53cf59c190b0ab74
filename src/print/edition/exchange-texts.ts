/**
 * The texts of a book's page that may be hyphenated, in order; those given are put in their place, in the same order. Runs in
 * the page: no name of this file is known there.
 */
export function exchangeTexts(given?: readonly string[]): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (
      !parent?.closest('.book-text :is(p, li, dd, .note-side)') ||
      parent.closest('h2, h3, h4, h5, svg, .session-time, .figure-number, .pull, .insecable, .numbers')
    ) {
      continue;
    }
    if (given) node.textContent = given[texts.length] ?? '';
    texts.push(node.textContent ?? '');
  }
  return texts;
}
