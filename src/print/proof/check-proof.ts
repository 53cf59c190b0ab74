import type { Check } from '../preflight.ts';
import { readPdf } from '../read-pdf.ts';

/** A proof is the book itself: the text of each page, bookmarks, links and alternative texts are those of the book, read back. */
export async function checkProof(proof: Uint8Array, book: Uint8Array): Promise<Check> {
  const [made, meant] = [await readPdf(proof), await readPdf(book)];
  const leading = made.pages.length - meant.pages.length;
  const texts = made.texts.slice(leading);
  const altered = meant.texts.flatMap((text, i) =>
    texts[i] === text ? [] : [`page ${i + 1} : son texte n’est plus le même`],
  );
  const same = (one: readonly unknown[], other: readonly unknown[]) => JSON.stringify(one) === JSON.stringify(other);
  return {
    id: 'epreuve',
    title: 'Livre sous le filigrane',
    found: `${meant.pages.length} pages du livre, après ${leading} pages d’épreuve`,
    wrong: [
      ...(leading > 0 && leading % 2 === 0 ? [] : [`${leading} pages d’épreuve : les pages de droite ne le sont plus`]),
      ...altered,
      ...(same(made.bookmarks, meant.bookmarks) ? [] : ['ses signets ne sont plus les mêmes']),
      ...(same(made.alternatives, meant.alternatives) ? [] : ['ses textes de remplacement ne sont plus les mêmes']),
      ...(made.tagged && made.links.length === meant.links.length && made.links.every(({ leads }) => leads)
        ? []
        : ['ses balises ou ses liens ne sont plus les mêmes']),
    ],
  };
}
