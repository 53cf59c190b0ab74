import type { Book } from '../../observatory/edition/book.ts';
import { typo } from '../../text/typography.ts';

/** The title of a chapter, by its part of the address. */
export function titleOf({ chapters }: Book, slug: string): string {
  return typo(chapters.find((chapter) => chapter.slug === slug)?.title ?? slug);
}
