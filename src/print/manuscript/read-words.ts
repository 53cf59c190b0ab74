/** The words of a book's page, in order: what a manuscript must hold. */
export interface BookWords {
  /** Each run of text of each chapter. */
  readonly chapters: readonly { readonly title: string; readonly runs: readonly string[] }[];
  /** The id of each figure that is drawn there. */
  readonly figures: readonly string[];
  /** Words of each note. */
  readonly notes: readonly string[];
}

/**
 * Reads the words of a book's page without knowing what its parts are, so that a part that the manuscript does not know
 * is missed. Runs in the page: no name of this file is known there.
 */
export function readWords(): BookWords {
  const all = (selector: string, from: ParentNode = document.body) => [...from.querySelectorAll<HTMLElement>(selector)];
  const runsOf = (element: Element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const runs: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isElsewhere = node.parentElement?.closest('svg, script, style, .plate, .note-call, .note-side, .notes-end');
      if (!isElsewhere && node.textContent?.trim()) runs.push(node.textContent.trim());
    }
    return runs;
  };
  return {
    chapters: all('.chapter').map((chapter) => ({
      title: chapter.querySelector('.chapter-title')?.textContent ?? '',
      runs: runsOf(chapter),
    })),
    figures: all('.figure').map(({ id }) => id),
    notes: all('.notes-end li').map((note) =>
      [...note.childNodes]
        .filter((part) => !(part instanceof Element && part.matches('.note-back')))
        .map((part) => part.textContent)
        .join('')
        .trim(),
    ),
  };
}
