import { anchorOfChapter, type Target } from '../../observatory/edition/book.ts';
import { path } from '../../observatory/urls.ts';
import { type Edition, shownEditions } from '../editions.ts';

/** Where a component stands: its book, and the chapter's part of the address. */
interface Place {
  readonly edition: Edition;
  readonly slug: string;
}

/** The place that `dans` names ("2025/fives-cail"): chapters are annotated with it before they are built. */
export function placeOf(dans: string | undefined): Place {
  const [annee, slug = ''] = (dans ?? '').split('/');
  const edition = shownEditions.find((candidate) => candidate.annee === annee);
  if (!edition) throw new Error(`No edition holds the chapter "${dans}"`);
  return { edition, slug };
}

/** True on a page that holds the whole book, on the web or for paper (`…/livre/a5/`). */
export function isWholeBook({ pathname }: URL): boolean {
  return /\/editions\/[^/]+\/livre\//.test(pathname);
}

/** The link to something of a book: inside the page where it stands there, else to the page of its chapter. */
export function linkTo({ chapter, anchor }: Omit<Target, 'label'>, { edition, slug }: Place, url: URL): string {
  if (isWholeBook(url) || chapter === slug) return `#${anchor}`;
  const page = path(`/editions/${edition.annee}/${chapter}/`);
  return anchor === anchorOfChapter(chapter) ? page : `${page}#${anchor}`;
}

/** The level of a title: one deeper where chapters are themselves parts of a page. */
export function levelOf(niveau: string | undefined, url: URL): 2 | 3 | 4 {
  const level = Number(niveau ?? 3) + (isWholeBook(url) ? 1 : 0);
  return Math.min(Math.max(level, 2), 4) as 2 | 3 | 4;
}
