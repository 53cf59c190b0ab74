import { type EditionCard, readEditionCards } from '../observatory/edition-cards.ts';
import { currentFolders } from '../observatory/folders.ts';
import { type Prose, proseIn } from '../observatory/prose.ts';
import { chapterSlug } from './text-places.ts';

/** One yearly book: its card and its chapters in order. */
interface Edition extends EditionCard {
  readonly chapters: readonly (Prose & { readonly slug: string })[];
}

/** The editions that are published, newest first. */
export const editions: readonly Edition[] = readEditionCards(currentFolders().content).cards.map((card) => ({
  ...card,
  chapters: proseIn(`editions/${card.annee}`).map((prose) => ({
    ...prose,
    slug: chapterSlug(prose.name),
  })),
}));
