import type { Secrets } from '../../secrecy/inspect-artefact.ts';
import { enumerate } from '../../text/list.ts';
import { plural } from '../../text/plural.ts';
import type { Paper } from '../papers.ts';
import { type Check, fold, preflight, quote } from '../preflight.ts';
import type { PdfContents } from '../read-pdf.ts';
import type { LaidOutBook } from './clean-layout.ts';
import { SOFT_HYPHEN } from './hyphenate.ts';
import { checkPhotoColours, type PhotoColours } from './photo-colours.ts';
import type { BookSource } from './read-book.ts';

/** A book as it was meant: its paper, its source, what it may not say, and what was measured once it was laid out. */
export interface PromisedBook {
  readonly paper: Paper;
  readonly source: BookSource;
  readonly layout: LaidOutBook;
  /** The files of its photographs. */
  readonly photos: readonly PhotoColours[];
  readonly secrets: Secrets;
  /** The folio of the first page, where covers are another file. */
  readonly first?: number;
}

/** Notes under a drawing are the smallest text of a book, in points. */
const SMALLEST = 6;

/** So many signs end a chapter: fewer than its last three lines hold, which one page keeps together. */
const ENDING = 40;

/** Every promise about the PDF of a book: those of any document, then those that only a long one makes. */
export function preflightBook(
  pdf: PdfContents,
  { paper, source, layout, photos, secrets, first = 1 }: PromisedBook,
): readonly Check[] {
  const overflowing = layout.overflowing.map(({ page, text }) => `page ${page} : ${text}`);
  const page = { ...source, overflowing, smallest: layout.smallest };
  const text = fold(pdf.texts.join(' '));
  const lost = (wanted: readonly string[]) => wanted.filter((one) => !text.includes(fold(one)));
  const endings = source.chapters.map(({ last }) => last.slice(-ENDING));
  const here = pdf.links.filter(
    ({ address }) => address !== undefined && /\/\/(?:127\.0\.0\.1|localhost)/.test(address),
  );
  const addresses = new Set(pdf.links.map(({ address }) => address));
  const jumps = pdf.links.filter(({ address }) => address === undefined);
  const hyphened = pdf.texts.flatMap((one, i) => (one.includes(SOFT_HYPHEN) ? [`page ${first + i}`] : []));
  return [
    ...preflight(pdf, {
      paper,
      pages: layout.pages,
      source: page,
      secrets,
      first,
      photos: source.photos,
      least: SMALLEST,
    }),
    {
      id: 'chapitres',
      title: 'Chapitres entiers',
      found: `${source.chapters.length - lost(endings).length} sur ${source.chapters.length}, jusqu’à leur dernière phrase`,
      wrong:
        source.chapters.length === 0
          ? ['aucun chapitre']
          : source.chapters
              .filter(({ last }) => lost([last.slice(-ENDING)]).length > 0)
              .map(({ title }) => quote(title)),
    },
    {
      id: 'ouvertures',
      title: 'Ouvertures de chapitre',
      found:
        layout.crowned.length + layout.leftOpenings.length === 0
          ? 'en tête d’une page de droite'
          : 'pas toutes à leur place',
      wrong: [
        ...layout.crowned.map((number) => `page ${number} : une figure du chapitre précédent`),
        ...layout.leftOpenings.map((number) => `page ${number} : à gauche`),
      ],
    },
    {
      id: 'figures',
      title: 'Figures retrouvées',
      found: `${source.figures.length - lost(source.figures).length} sur ${source.figures.length}`,
      wrong: lost(source.figures).map(quote),
    },
    {
      id: 'notes',
      title: 'Notes retrouvées',
      found: `${source.notes.length - lost(source.notes).length} sur ${source.notes.length}`,
      wrong: lost(source.notes).map(quote),
    },
    {
      id: 'liens',
      title: 'Liens',
      found: `${plural(jumps.length, 'dans le livre', 'dans le livre')}, ${plural(pdf.links.length - jumps.length, 'vers le web', 'vers le web')}`,
      wrong: [
        ...source.links.filter((link) => !addresses.has(link)).map((link) => `perdu : ${link}`),
        ...here.map(({ address }) => `vers cette machine : ${address}`),
        ...(jumps.length < source.references ? [`${source.references - jumps.length} renvois perdus`] : []),
        ...jumps.filter(({ leads }) => !leads).map(({ page: from }) => `page ${from} : un renvoi ne mène nulle part`),
      ],
    },
    {
      id: 'cesures',
      title: 'Césures',
      found: hyphened.length > 0 ? 'des tirets conditionnels restent' : 'aucun tiret conditionnel dans le texte',
      wrong: hyphened,
    },
    {
      id: 'pages-blanches',
      title: 'Pages blanches',
      found:
        layout.blank.length === 0
          ? 'aucune'
          : `${enumerate(layout.blank.map(String))}, pour qu’un chapitre s’ouvre à droite`,
      wrong: layout.blank
        .filter((number) => number % 2 === 1 && !layout.covers.includes(number + 1))
        .map((number) => `page ${number}, à droite`),
    },
    checkPhotoColours(photos),
    checkBack(pdf.texts, source.back),
  ];
}

/** A long book has lost its back cover before; a book's is on the left, whole, and nothing comes after it. */
function checkBack(pages: readonly string[], back: readonly string[]): Check {
  const last = fold(pages.at(-1) ?? '');
  const lost = back.filter((text) => !last.includes(fold(text)));
  return {
    id: 'quatrieme',
    title: 'Quatrième de couverture',
    found: `page ${pages.length}, la dernière ; ${back.length - lost.length} textes sur ${back.length}`,
    wrong: [
      ...(back.length === 0 ? ['aucune'] : lost.map(quote)),
      ...(pages.length % 2 === 0 ? [] : [`page ${pages.length}, à droite`]),
    ],
  };
}
