/** A chapter of a manuscript: its title, and its text in HTML. */
export interface ManuscriptChapter {
  readonly title: string;
  readonly html: string;
}

/** The text of a book as it is handed to a layout team: in HTML that a converter reads, and what the book says of itself. */
export interface Manuscript {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** ISO, of the data. */
  readonly date: string;
  /** The site's own address, which links to its pages begin with; empty while it has none. */
  readonly site: string;
  /** The title page. */
  readonly front: string;
  readonly chapters: readonly ManuscriptChapter[];
}

/** The files that stand for what a manuscript only names. */
export interface ManuscriptFiles {
  /** Names of the files of a figure, by its id; none where it could not be drawn. */
  readonly figures: Readonly<Record<string, readonly string[]>>;
  /** Names of the files of the photographs, by the address that the page gives them. */
  readonly photos: Readonly<Record<string, string>>;
}

/**
 * Takes the text of a book out of its printed page. That page is the one place where everything is already said: values read,
 * figures numbered, references resolved, French composed; read from the chapters' sources it would all be rendered a second
 * time, by other rules. What is drawn becomes the name of its file, notes are marked as such for the converter, and nothing
 * else changes. Runs in the page: no name of this file is known there.
 */
export function takeManuscript({ figures, photos }: ManuscriptFiles): Manuscript {
  const said = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
  const all = (selector: string, from: ParentNode = document.body) => [...from.querySelectorAll<HTMLElement>(selector)];
  const paragraph = (name: string, text: string) => {
    const made = document.createElement('p');
    made.className = name;
    made.textContent = text;
    return made;
  };
  for (const unread of all('script, style, .cover-page, .contents, .running-title, .drawing, .plate, svg')) {
    unread.remove();
  }

  for (const figure of all('.figure')) {
    const files = figures[figure.id] ?? [];
    // "Figure 3", without what follows it in a demonstration.
    const number = /^\S+\s\d+/.exec(figure.querySelector('.figure-number')?.textContent?.trim() ?? '')?.[0] ?? '';
    const title = figure.querySelector('.figure-title')?.textContent ?? '';
    figure.prepend(paragraph('figure-place', `[${number}\u00a0: ${title} — ${files.join(', ')}]`));
  }
  for (const picture of all('img') as HTMLImageElement[]) {
    const file = photos[picture.getAttribute('src') ?? ''] ?? '';
    picture.replaceWith(paragraph('photo-place', `[Photographie\u00a0: ${file}]`));
  }
  for (const caption of all('.photo figcaption')) {
    const parts = all('span:not(.insecable)', caption).map((part) => {
      const made = paragraph(part.className || 'caption', '');
      made.append(...part.childNodes);
      return made;
    });
    caption.replaceWith(...parts);
  }
  // A number in large, what it counts and its source are told apart by their place: each gets a paragraph.
  for (const number of all('.numbers > p')) {
    const parts = [...number.children].map((part) => {
      const made = paragraph(part.className || 'big-noun', '');
      made.append(...part.childNodes);
      return made;
    });
    number.replaceWith(...parts);
  }

  // Beside its paragraph or at the end of its chapter, a note is written twice in the page: one is kept.
  for (const unread of all('.to-side, .note-side, .note-back, .notes-title')) unread.remove();
  for (const call of all('.to-end')) call.setAttribute('role', 'doc-noteref');
  for (const note of all('.notes-end li')) note.setAttribute('role', 'doc-footnote');

  const site = said('site');
  for (const link of all('a[href^="/"]')) if (!site) link.replaceWith(...link.childNodes);
  // Word takes forty letters for the name of a place.
  const targets = new Set(all('a[href^="#"]:not(.to-end)').map((link) => link.getAttribute('href')!.slice(1)));
  [...targets].forEach((id, i) => {
    const target = document.getElementById(id);
    for (const link of all('a[href^="#"]:not(.to-end)')) {
      if (link.getAttribute('href') === `#${id}`) link.setAttribute('href', target ? `#lieu${i + 1}` : '');
    }
    if (target) target.id = `lieu${i + 1}`;
  });
  return {
    title: document.title,
    author: said('author'),
    subject: said('description'),
    date: said('date'),
    site,
    front: all('.title-page')[0]?.outerHTML ?? '',
    chapters: all('.chapter').map((chapter) => ({
      title: chapter.querySelector('.chapter-title')?.textContent ?? '',
      html: chapter.outerHTML,
    })),
  };
}
