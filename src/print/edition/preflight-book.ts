import type { Secrets } from '../../secrecy/inspect-artefact.ts';
import { enumerate } from '../../text/list.ts';
import { plural } from '../../text/plural.ts';
import type { Paper } from '../papers.ts';
import { type Check, fold, preflight, quote } from '../preflight.ts';
import type { PdfContents } from '../read-pdf.ts';
import { checkWritten } from './check-written.ts';
import type { LaidOutBook } from './clean-layout.ts';
import { SOFT_HYPHEN } from './hyphenate.ts';
import { checkPhotoColours, type PhotoColours } from './photo-colours.ts';
import type { BookSource } from './read-book.ts';
import type { WrittenBook } from './written-book.ts';

/** A book as it was meant: its paper, its source and the files behind it, what it may not say, and what was measured once it was laid out. */
export interface PromisedBook {
  readonly paper: Paper;
  readonly source: BookSource;
  readonly layout: LaidOutBook;
  /** What its chapters' files say. */
  readonly written: WrittenBook;
  /** The files of its photographs. */
  readonly photos: readonly PhotoColours[];
  readonly secrets: Secrets;
  /** The folio of the first page, where covers are another file. */
  readonly first?: number;
}

/** Notes under a drawing are the smallest text of a book, in points. */
const SMALLEST = 6;

/** Every promise about the PDF of a book: those of any document, then those that only a long one makes. */
export function preflightBook(
  pdf: PdfContents,
  { paper, source, layout, written, photos, secrets, first = 1 }: PromisedBook,
): readonly Check[] {
  const overflowing = layout.overflowing.map(({ page, text }) => `page ${page} : ${text}`);
  const page = { ...source, overflowing, smallest: layout.smallest };
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
    ...checkWritten(pdf.texts, written),
    checkOpenings(layout, written.chapters.length),
    {
      id: 'liens',
      title: 'Liens',
      found: `${plural(jumps.length, 'dans le livre', 'dans le livre')}, ${plural(pdf.links.length - jumps.length, 'vers le web', 'vers le web')}`,
      wrong: [
        ...source.links.filter((link) => !addresses.has(link)).map((link) => `perdu : ${link}`),
        ...here.map(({ address }) => `vers cette machine : ${address}`),
        ...(jumps.length < source.references
          ? [plural(source.references - jumps.length, 'renvoi perdu', 'renvois perdus')]
          : []),
        ...jumps.filter(({ leads }) => !leads).map(({ page: from }) => `page ${from} : un renvoi ne mène nulle part`),
      ],
    },
    {
      id: 'cesures',
      title: 'Césures',
      found: `${plural(pdf.texts.length, 'page lue', 'pages lues')}, ${hyphened.length === 0 ? 'aucun tiret conditionnel' : `${hyphened.length} avec des tirets conditionnels`}`,
      wrong: hyphened,
    },
    checkBlank(layout),
    checkPhotoColours(photos),
    checkBack(pdf.texts, source.back),
  ];
}

/** A chapter opens at the head of a page on the right: whoever leafs through a book looks there. */
function checkOpenings({ openings, crowned }: LaidOutBook, chapters: number): Check {
  const left = openings.filter((number) => number % 2 === 0);
  const right = openings.filter((number) => !left.includes(number) && !crowned.includes(number));
  return {
    id: 'ouvertures',
    title: 'Ouvertures de chapitre',
    found: `${right.length} sur ${chapters} en tête d’une page de droite`,
    wrong: [
      ...crowned.map((number) => `page ${number} : une figure du chapitre précédent`),
      ...left.map((number) => `page ${number} : à gauche`),
      ...(openings.length === chapters ? [] : [`${openings.length} au lieu de ${chapters}`]),
    ],
  };
}

/** A page is blank on the left of a chapter, or beside a cover; anywhere else something was lost. */
function checkBlank({ blank, covers, openings }: LaidOutBook): Check {
  const opening = blank.filter((number) => number % 2 === 0 && openings.includes(number + 1));
  const beside = blank.filter((number) => covers.includes(number - 1) || covers.includes(number + 1));
  const said = [
    ...(opening.length > 0 ? [`${enumerate(opening.map(String))}, à gauche d’un chapitre`] : []),
    ...(beside.length > 0 ? [`${enumerate(beside.map(String))}, contre une couverture`] : []),
  ];
  return {
    id: 'pages-blanches',
    title: 'Pages blanches',
    found: blank.length === 0 ? 'aucune' : `${blank.length} : ${said.join(' ; ') || 'aucune à sa place'}`,
    wrong: blank
      .filter((number) => !opening.includes(number) && !beside.includes(number))
      .map((number) => `page ${number}, ${number % 2 === 1 ? 'à droite' : 'sans chapitre après elle'}`),
  };
}

/** A long book has lost its back cover before; a book's is on the left, whole, and nothing comes after it. */
function checkBack(pages: readonly string[], back: readonly string[]): Check {
  const last = fold(pages.at(-1) ?? '');
  const lost = back.filter((text) => !last.includes(fold(text)));
  return {
    id: 'quatrieme',
    title: 'Quatrième de couverture',
    found: `page ${pages.length}, à ${pages.length % 2 === 0 ? 'gauche' : 'droite'} ; ${back.length - lost.length} textes sur ${back.length}`,
    wrong: [
      ...(back.length === 0 ? ['aucune'] : lost.map(quote)),
      ...(pages.length % 2 === 0 ? [] : [`page ${pages.length}, à droite`]),
    ],
  };
}
