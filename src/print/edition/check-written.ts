import { plural } from '../../text/plural.ts';
import { type Check, quote } from '../preflight.ts';
import { findWords, foldWritten, type Place } from './find-words.ts';
import type { WrittenBook, WrittenChapter, WrittenFigure } from './written-book.ts';

/** Whether a book's pages hold all that the files of its edition say: chapters with every word in order, figures with their sources, notes. */
export function checkWritten(texts: readonly string[], { chapters, figures, notes }: WrittenBook): readonly Check[] {
  const pages = texts.map(foldWritten);
  return [checkChapters(pages, chapters), checkFigures(pages, figures), checkNotes(pages, notes)];
}

/** So many passages are quoted of a chapter: the first tells where to look. */
const QUOTED = 1;

function checkChapters(pages: readonly string[], chapters: readonly WrittenChapter[]): Check {
  const openings = findOpenings(pages, chapters);
  const judged = chapters.map((chapter, i) => {
    const from = openings[i];
    const to = openings.slice(i + 1).find((page) => page !== undefined);
    const lost = from === undefined ? undefined : findLost(pages.slice(from, to), chapter);
    return { ...chapter, all: chapter.runs.length + chapter.said.length, lost };
  });
  const whole = judged.filter(({ lost }) => lost?.length === 0).length;
  const passages = judged.reduce((sum, { all }) => sum + all, 0);
  const found = judged.reduce((sum, { all, lost }) => sum + (lost ? all - lost.length : 0), 0);
  return {
    id: 'chapitres',
    title: 'Chapitres entiers',
    found: `${whole} sur ${chapters.length}, ${found} passages de leurs fichiers sur ${passages}`,
    wrong:
      chapters.length === 0
        ? ['aucun chapitre']
        : judged.flatMap(({ title, lost }) => {
            if (lost === undefined) return [`${quote(title)} : absent`];
            const more = lost.length - QUOTED;
            const others = more > 0 ? `, et ${plural(more, 'autre passage', 'autres passages')}` : '';
            return lost.length === 0 ? [] : [`${quote(title)} : manque ${quote(lost[0]!)}${others}`];
          }),
  };
}

/** The page where each chapter opens, after the one before: under its number, so that no list of contents is taken for it. */
function findOpenings(pages: readonly string[], chapters: readonly WrittenChapter[]): readonly (number | undefined)[] {
  let from = 0;
  return chapters.map(({ number, title }) => {
    const head = foldWritten(`Chapitre ${number} ${title}`);
    const page = pages.findIndex((text, i) => i >= from && text.includes(head));
    if (page < 0) return undefined;
    from = page + 1;
    return page;
  });
}

/** What of a chapter its pages do not hold, or not in its order. */
function findLost(pages: readonly string[], { runs, said }: WrittenChapter): readonly string[] {
  let place: Place = { page: 0, at: 0 };
  const lost = runs.filter((run) => {
    const end = findWords(pages, foldWritten(run), place);
    place = end ?? place;
    return end === undefined;
  });
  return [...lost, ...said.filter((words) => !findWords(pages, foldWritten(words), { page: 0, at: 0 }))];
}

function checkFigures(pages: readonly string[], figures: readonly WrittenFigure[]): Check {
  const judged = figures.map(({ name, words }) => {
    const wanted = words.map((each) => ({ each, folded: foldWritten(each) }));
    const missing = pages.map((page) => wanted.filter(({ folded }) => !page.includes(folded)));
    const [least] = missing.toSorted((a, b) => a.length - b.length);
    return { name, lost: (least ?? wanted).map(({ each }) => each) };
  });
  const lost = judged.filter((figure) => figure.lost.length > 0);
  return {
    id: 'figures',
    title: 'Figures retrouvées',
    found:
      figures.length === 0
        ? 'aucune dans les fichiers'
        : `${figures.length - lost.length} sur ${figures.length}, avec titre et sources sur une même page`,
    wrong: lost.map((figure) => `${figure.name} : manque ${figure.lost.map(quote).join(' et ')}`),
  };
}

function checkNotes(pages: readonly string[], notes: WrittenBook['notes']): Check {
  const start = { page: 0, at: 0 };
  const lost = notes.filter(
    (runs) => !pages.some((_, i) => runs.every((run) => findWords(pages.slice(i, i + 2), foldWritten(run), start))),
  );
  return {
    id: 'notes',
    title: 'Notes retrouvées',
    found: `${notes.length - lost.length} sur ${notes.length}`,
    wrong: lost.map((runs) => quote(runs.join(' '))),
  };
}
