import { plural } from '../../text/plural.ts';
import type { Check } from '../preflight.ts';
import { checkPress } from '../press/preflight-press.ts';
import type { PressContents } from '../press/read-press.ts';
import type { PdfContents } from '../read-pdf.ts';
import { type BoundInside, PAGES_OF_SHEET } from './bind-inside.ts';
import { type PromisedBook, preflightBook } from './preflight-book.ts';

/** Checks of the web's book that a press has no use for, or makes in its own way. */
const NOT_ON_PRESS = new Set([
  'format',
  'couleurs',
  'images',
  'balises',
  'structure',
  'textes-de-remplacement',
  'signets',
  'liens',
  'quatrieme',
]);

/** Every promise about the inside of a book for a printer: those of the book, then those of a press. */
export function preflightInside(
  pdf: PdfContents,
  press: PressContents,
  { layout, bound, ...promised }: PromisedBook & { readonly bound: BoundInside },
): readonly Check[] {
  const { first, pages, added } = bound;
  const blank = layout.blank.filter((page) => page > first && page < first + pages - added);
  const book = preflightBook(pdf, { ...promised, layout: { ...layout, pages, blank }, first });
  return [
    ...book.filter(({ id }) => !NOT_ON_PRESS.has(id)),
    checkSheets(pdf.pages.length, press.first, bound),
    ...checkPress(press, promised),
  ];
}

function checkSheets(count: number, labelled: number, { first, added }: BoundInside): Check {
  const ended =
    added === 0
      ? 'aucune page ajoutée'
      : `${plural(added, 'page blanche ajoutée', 'pages blanches ajoutées')} à la fin`;
  return {
    id: 'cahiers',
    title: 'Pages par quatre',
    found: `${plural(count, 'page', 'pages')}, numéros ${labelled} à ${labelled + count - 1} ; ${ended}`,
    wrong: [
      ...(count % PAGES_OF_SHEET === 0 ? [] : [`${count} pages ne font pas des feuilles entières`]),
      ...(labelled % 2 === 1 ? [] : [`la première, numéro ${labelled}, serait à gauche`]),
      ...(labelled === first ? [] : [`la première est numérotée ${labelled}, et porte ${first}`]),
    ],
  };
}
