/** What was measured of a book once it was laid out. */
export interface LaidOutBook {
  readonly pages: number;
  /** Numbers of the pages that are its covers. */
  readonly covers: readonly number[];
  /** Numbers of the pages that hold nothing. */
  readonly blank: readonly number[];
  /** Numbers of the pages where a chapter opens under a figure of the one before. */
  readonly crowned: readonly number[];
  /** Numbers of the pages where a chapter opens. */
  readonly openings: readonly number[];
  /** Words and pictures that leave the text area of their page: the beginning of each. */
  readonly overflowing: readonly { readonly page: number; readonly text: string }[];
  /** The smallest text, in points on paper, and its beginning. */
  readonly smallest: { readonly points: number; readonly text: string } | undefined;
}

/**
 * Measures a book that was laid out, and takes away what only served the layout: hyphens of words that were not cut, long
 * names of anchors that hold the address of the day, running heads in what is read aloud. Runs in the page: no name of this
 * file is known there.
 */
export function cleanLayout(): LaidOutBook {
  const all = <T extends Element>(selector: string, from: ParentNode = document) => [
    ...from.querySelectorAll<T>(selector),
  ];
  const begin = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
  const pages = all<HTMLElement>('[data-vivliostyle-page-container]');

  const lineOf = (node: Node, from: number) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, from + 1);
    return range.getClientRects()[0]?.bottom;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const cut: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.textContent?.includes('\u00ad')) cut.push(node as Text);
  }
  // Every place is judged before any is changed.
  const kept = cut.map((node) => {
    const text = node.data;
    return [...text].filter((sign, i) => {
      if (sign !== '\u00ad') return true;
      // Cut by the end of a page: the rest of the word is another text.
      if (i === text.length - 1) return true;
      const [before, after] = [lineOf(node, i - 1), lineOf(node, i + 1)];
      return before !== undefined && after !== undefined && after - before > 2;
    });
  });
  const blocks = [...new Set(cut.map((node) => node.parentElement?.closest<HTMLElement>('p, li, dd, .note-side')))];
  const laidOut = blocks.map((block) => block?.getBoundingClientRect().height ?? 0);
  cut.forEach((node, i) => {
    node.data = kept[i]!.join('');
  });
  // Letters stand otherwise beside a hyphen that is not drawn: a block that gained or lost a line for it is brought back.
  blocks.forEach((block, i) => {
    const isOff = () => Math.abs((block?.getBoundingClientRect().height ?? 0) - laidOut[i]!) > 2;
    for (let step = 1; isOff() && step <= 20; step++) {
      const grown = block!.getBoundingClientRect().height > laidOut[i]!;
      block!.style.letterSpacing = `${(grown ? -1 : 1) * step * 0.02}px`;
    }
  });

  /** What stands over the foot of a back cover ends where the foot begins. */
  const roomOnBack = (back: Element, inner: Element) => {
    const { left, right, bottom } = back.getBoundingClientRect();
    const style = getComputedStyle(back);
    const foot = back.querySelector('.back-foot');
    const isOver = inner.closest('.back-main') !== null;
    return {
      left: left + Number.parseFloat(style.paddingLeft),
      right: right - Number.parseFloat(style.paddingRight),
      bottom: isOver && foot ? foot.getBoundingClientRect().top : bottom - Number.parseFloat(style.paddingBottom),
    };
  };

  const covers: number[] = [];
  const blank: number[] = [];
  const crowned: number[] = [];
  const openings: number[] = [];
  const speaks = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  const overflowing: { page: number; text: string }[] = [];
  const sizes: { points: number; text: string }[] = [];
  for (const [i, page] of pages.entries()) {
    if (page.querySelector('.cover-page :is(svg, p)')) covers.push(i + 1);
    if (!page.querySelector('p, li, dt, dd, img, svg, h1, h2, h3, h4, table')) blank.push(i + 1);
    const opening = page.querySelector('.chapter-number')?.getBoundingClientRect().top;
    const pictures = all('.figure, .plate', page).map((picture) => picture.getBoundingClientRect().top);
    if (opening !== undefined && pictures.some((top) => top < opening)) crowned.push(i + 1);
    if (opening !== undefined) openings.push(i + 1);
    const area = page.querySelector('[data-vivliostyle-page-area-container]') ?? page;
    const frame = area.getBoundingClientRect();
    for (const inner of all<HTMLElement>('*', area)) {
      const isPicture = inner.matches('img, [role=img]');
      if (!isPicture && (inner.closest('svg') || !speaks(inner))) continue;
      if (inner.getClientRects().length === 0) continue;
      const back = inner.closest('.back-cover');
      if (inner.closest('.cover-page') && !back) continue;
      const box = inner.getBoundingClientRect();
      const room = back ? roomOnBack(back, inner) : frame;
      const leaves = box.right > room.right + 1 || box.left < room.left - 1 || box.bottom > room.bottom + 1.5;
      const isWide = inner.clientWidth > 0 && inner.scrollWidth > inner.clientWidth + 1;
      if (leaves || isWide) overflowing.push({ page: i + 1, text: begin(inner) });
      if (!isPicture && !inner.closest('sup, .note-call')) {
        sizes.push({ points: Number.parseFloat(getComputedStyle(inner).fontSize) * 0.75, text: begin(inner) });
      }
    }
    for (const text of all<SVGTextElement>('svg text', page)) {
      const scale = text.getScreenCTM()?.a ?? 1;
      sizes.push({ points: Number.parseFloat(getComputedStyle(text).fontSize) * scale * 0.75, text: begin(text) });
    }
  }

  const nameOf = new Map<string, string>();
  for (const element of all('[id]').filter((one) => one.id.startsWith('viv-id-'))) {
    const name = nameOf.get(element.id) ?? `ancre-${nameOf.size + 1}`;
    nameOf.set(element.id, name);
    element.id = name;
  }
  for (const link of all<HTMLAnchorElement>('a[href^="#viv-id-"]')) {
    const name = nameOf.get(link.getAttribute('href')!.slice(1));
    if (name !== undefined) link.setAttribute('href', `#${name}`);
  }
  for (const page of pages) {
    for (const box of all('[data-vivliostyle-page-box] > *, [data-vivliostyle-page-box] ~ *', page)) {
      // What comes from the source keeps its place in it; a margin box has none.
      if (!box.querySelector('[data-adapt-eloff]')) box.setAttribute('aria-hidden', 'true');
    }
  }
  const smallest = sizes.sort((a, b) => a.points - b.points)[0];
  return { pages: pages.length, covers, blank, crowned, openings, overflowing, smallest };
}
