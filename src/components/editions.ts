import { nameMillesime } from '../datasets/millesimes.ts';
import { type Book, bindBook } from '../observatory/edition/book.ts';
import { type EditionCard, type EditionDraft, readEditionCards } from '../observatory/edition-cards.ts';
import { currentFolders } from '../observatory/folders.ts';
import { observatory } from '../observatory/index.ts';
import { seesDrafts } from '../observatory/prose.ts';
import { readTexts } from '../observatory/read-texts.ts';

/** One yearly book: what its card says, and its chapters bound in order. */
export interface Edition extends Omit<EditionCard, 'dates' | 'lieu' | 'theme'> {
  /** What readers call it: "2025". */
  readonly year: string;
  /** None in a draft that does not know them yet. */
  readonly dates?: EditionCard['dates'] | null;
  readonly lieu?: string | null;
  readonly theme?: string | null;
  readonly isDraft: boolean;
  readonly book: Book;
}

const { content } = currentFolders();
const { cards, drafts } = readEditionCards(content);
const texts = readTexts(content);

/** The editions that are published, newest first. */
export const editions: readonly (Edition & EditionCard)[] = cards.map((card) => ({
  ...card,
  ...bound(card.annee),
  isDraft: false,
}));

/** The editions that have pages: while one writes, those in preparation too. */
export const shownEditions: readonly Edition[] = seesDrafts
  ? [...editions, ...drafts.map(shownDraft)].sort((a, b) => b.annee.localeCompare(a.annee))
  : editions;

function bound(annee: string): Pick<Edition, 'year' | 'book'> {
  return {
    year: nameMillesime(observatory.settings, annee),
    book: bindBook(annee, texts, { drafts: seesDrafts }),
  };
}

function shownDraft({ annee, written }: EditionDraft): Edition {
  const title = written.title ?? 'Titre à venir';
  const description = written.description ?? 'Édition en préparation, visible ici seulement.';
  return { ...written, annee, ...bound(annee), title, description, isDraft: true };
}
