/** What begins the name that a part of a page is given while it is printed: see `tagParts`. */
export const SPOKEN_AS = 'balise:';

/**
 * Says what parts of a page are to who listens to it, where the browser knows no tag for them: lists of words and their
 * meaning, notes, a table of contents. A figure's name is the one thing that the browser writes as it stands: each is
 * printed as a figure so named, which `mendStructure` turns into what its name says. Runs in the page: no name of this
 * file is known there.
 */
export function tagParts(mark: string): void {
  const parts: Readonly<Record<string, string>> = {
    dl: 'L',
    'dl > div': 'LI',
    dt: 'Lbl',
    dd: 'LBody',
    figure: 'Div',
    aside: 'Sect',
    '.note-side': 'Note',
    '.note-number': 'Lbl',
    '.contents ol': 'TOC',
    '.contents li': 'TOCI',
  };
  for (const [selector, type] of Object.entries(parts)) {
    for (const part of document.body.querySelectorAll(selector)) {
      part.setAttribute('role', 'figure');
      part.setAttribute('aria-label', mark + type);
    }
  }
}
