import { showPhoto } from '../../components/edition/photos.ts';
import type { Edition } from '../../components/editions.ts';
import { typo } from '../../text/typography.ts';
import { titleOf } from './chapter-title.ts';
import type { TakenPhoto } from './taken-figure.ts';

/** Every photograph of a book, once, in the order in which a reader meets it, with the chapters that show it. */
export async function takePhotos({ annee, book }: Edition): Promise<readonly TakenPhoto[]> {
  const files = [...new Set(book.photos.map(({ file }) => file))];
  return Promise.all(
    files.map(async (source) => {
      const shown = book.photos.filter(({ file }) => file === source);
      const { src, width, height } = await showPhoto(annee, source);
      return {
        source,
        file: nameOfTaken(source),
        address: src,
        chapters: [...new Set(shown.map(({ chapter }) => titleOf(book, chapter)))],
        alt: allOf(shown.map(({ alt }) => alt)),
        credit: allOf(shown.map(({ credit }) => credit)),
        caption: allOf(shown.map(({ caption }) => caption ?? '')),
        width,
        height,
      };
    }),
  );
}

/** Shown twice, a photograph may be told twice. */
function allOf(texts: readonly string[]): string {
  return [...new Set(texts.filter(Boolean))].map(typo).join(' / ');
}

/** Layout programs do not all take WebP. */
function nameOfTaken(source: string): string {
  return source.endsWith('.webp') ? `${source.replace('.', '-')}.jpg` : source;
}
