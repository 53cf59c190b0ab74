import type { Browser } from 'playwright-core';
import type { Paper } from '../papers.ts';
import { aroundStyle, BLEED } from '../press/sheet-around.ts';
import { type PrintedPage, printPage } from '../print-page.ts';

/** The back of a book, between its two covers. */
export interface Spine {
  /** In mm, to a tenth; 0 where the book is stapled. */
  readonly width: number;
  /** Two staples in the fold hold thin books: they have no spine. */
  readonly isStapled: boolean;
  /** True where words can stand on it. */
  readonly holdsWords: boolean;
  /** True where nobody said how thick a sheet is: the printer must. */
  readonly isAssumed: boolean;
}

/** The cover of a book as a press prints it: back, spine and front side by side on one sheet. */
export interface CoverSheet {
  readonly spine: Spine;
  /** The sheet once it is cut. */
  readonly paper: Paper;
  /** Where it is folded: mm from its left edge. */
  readonly folds: readonly number[];
}

/** Glue needs an edge of some two millimetres: thinner books are stapled. */
const LEAST_GLUED = 40;

/** Thickness of a sheet where nobody says it, in thousandths of a millimetre: uncoated paper of 80 or 90 g. */
export const USUAL_SHEET = 110;

/** The press cover is drawn for spines up to that, in mm. */
export const LARGEST_SPINE = 60;

/** A fold may fall a millimetre off, on either side: what is left of a thinner spine holds no legible words. */
const LEAST_WITH_WORDS = 5;

/**
 * The spine of a book of so many pages: half as many sheets, each as thick as the paper's data sheet says ("épaisseur", or
 * "main" × grams), in thousandths of a millimetre. It is how printers compute it (ISO 534 measures a sheet within its pile);
 * what the cover's own board adds is theirs to tell.
 */
export function spineOf(pages: number, epaisseur?: number | null): Spine {
  const isStapled = pages < LEAST_GLUED;
  const width = isStapled ? 0 : toTenth(((pages / 2) * (epaisseur ?? USUAL_SHEET)) / 1000);
  return {
    width,
    isStapled,
    holdsWords: width >= LEAST_WITH_WORDS,
    isAssumed: !isStapled && (epaisseur ?? null) === null,
  };
}

/** The cover's sheet of a book of so many pages on that paper. */
export function coverSheet(page: Paper, pages: number, epaisseur?: number | null): CoverSheet {
  const spine = spineOf(pages, epaisseur);
  const folds = spine.isStapled ? [page.width] : [page.width, toTenth(page.width + spine.width)];
  return {
    spine,
    paper: { name: `couverture ${page.name}`, width: toTenth(2 * page.width + spine.width), height: page.height },
    folds,
  };
}

/** Prints the page of a cover (`editions/<année>/couverture/<format>/`) for the press, with the spine that the book has. */
export function printCover(browser: Browser, address: string, { spine, paper }: CoverSheet): Promise<PrintedPage> {
  return printPage(browser, address, [aroundStyle(paper), spineStyle(spine)].join('\n'));
}

/** What the page of a cover must know of its spine; the browser rounds edges to its pixels, the press pass cuts at the bleed itself. */
export function spineStyle({ width, holdsWords }: Spine): string {
  return [
    `:root{--spine:${width}mm;--past:${BLEED + 1}mm}`,
    `[data-sheet]{overflow-clip-margin:${BLEED + 1}mm}`,
    ...(holdsWords ? [] : ['.spine-words{display:none}']),
  ].join('\n');
}

const toTenth = (mm: number): number => Math.round(mm * 10) / 10;
