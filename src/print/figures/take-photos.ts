import { showPhoto } from '../../components/edition/photos.ts';
import type { Edition } from '../../components/editions.ts';
import { typo } from '../../text/typography.ts';
import { titleOf } from './chapter-title.ts';
import type { TakenPhoto } from './taken-figure.ts';

/** Every photograph of a book, once, in the order in which a reader meets it, with each place that shows it. */
export async function takePhotos({ annee, book }: Edition): Promise<readonly TakenPhoto[]> {
  const files = [...new Set(book.photos.map(({ file }) => file))];
  return Promise.all(
    files.map(async (source) => {
      const { src, width, height } = await showPhoto(annee, source);
      const uses = book.photos
        .filter(({ file }) => file === source)
        .map(({ chapter, alt, credit, caption = '' }) => ({
          chapter: titleOf(book, chapter),
          alt: typo(alt),
          credit: typo(credit),
          caption: typo(caption),
        }));
      return { source, file: nameOfTaken(source), address: src, uses, width, height };
    }),
  );
}

/** Layout programs do not all take WebP. */
function nameOfTaken(source: string): string {
  return source.endsWith('.webp') ? `${source.replace('.', '-')}.jpg` : source;
}
