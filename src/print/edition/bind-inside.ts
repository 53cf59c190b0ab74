import { PDFDocument, PDFName } from 'pdf-lib';
import type { LaidOutBook } from './clean-layout.ts';

/** The pages of a book between its covers, for a press. */
export interface BoundInside {
  readonly pdf: Uint8Array;
  /** The folio of its first page. */
  readonly first: number;
  /** With those added. */
  readonly pages: number;
  /** Blank pages added at the end. */
  readonly added: number;
}

/** A sheet that is folded once gives so many pages: an inside is made of whole sheets. */
export const PAGES_OF_SHEET = 4;

/** The folios of the first and the last page between the covers: what is blank beside a cover belongs to the cover. */
export function findInside({
  pages,
  covers,
  blank,
}: Pick<LaidOutBook, 'pages' | 'covers' | 'blank'>): readonly [first: number, last: number] {
  const outside = new Set([...covers, ...blank]);
  const inside = Array.from({ length: pages }, (_, i) => i + 1).filter((page) => !outside.has(page));
  return [inside[0] ?? 1, inside.at(-1) ?? pages];
}

/** How many blank pages make whole sheets of so many. */
export function missingPages(pages: number): number {
  return (PAGES_OF_SHEET - (pages % PAGES_OF_SHEET)) % PAGES_OF_SHEET;
}

/** Takes the covers out of a printed book, and adds blank pages up to whole sheets: every page keeps its folio. */
export async function bindInside(printed: Uint8Array, layout: LaidOutBook): Promise<BoundInside> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  const [first, last] = findInside(layout);
  const { width, height } = document.getPage(first - 1).getSize();
  for (let page = layout.pages; page >= 1; page--) if (page < first || page > last) document.removePage(page - 1);
  const kept = last - first + 1;
  const added = missingPages(kept);
  for (let i = 0; i < added; i++) document.addPage([width, height]);
  // A reader's program then calls each page by the folio printed on it.
  document.catalog.set(PDFName.of('PageLabels'), document.context.obj({ Nums: [0, { S: 'D', St: first }] }));
  const pdf = await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  return { pdf, first, pages: kept + added, added };
}
