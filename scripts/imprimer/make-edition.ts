import { join } from 'node:path';
import { BOOKS, type BookFormat } from '../../src/print/edition/book-layout.ts';
import type { PhotoColours } from '../../src/print/edition/photo-colours.ts';
import { preflightBook } from '../../src/print/edition/preflight-book.ts';
import { printBook } from '../../src/print/edition/print-book.ts';
import type { WrittenBook } from '../../src/print/edition/written-book.ts';
import { finishPdf } from '../../src/print/finish-pdf.ts';
import { openBrowser } from '../../src/print/open-browser.ts';
import { printFront } from '../../src/print/proof/print-front.ts';
import { readPdf } from '../../src/print/read-pdf.ts';
import type { Secrets } from '../../src/secrecy/inspect-artefact.ts';
import type { BuiltPages } from './build-pages.ts';
import { keepPdf } from './keep-pdf.ts';
import { type FinishedBook, makeProof, type PrintSheet } from './make-proof.ts';
import type { Progress } from './progress.ts';

/** The book to print: its year, its formats, the files of its photographs; what it may not say, where it goes, and how it is told. */
interface Wishes {
  readonly annee: string;
  readonly formats: readonly BookFormat[];
  /** What its chapters' files say. */
  readonly written: WrittenBook;
  readonly photos: readonly PhotoColours[];
  readonly secrets: Secrets;
  readonly folder: string;
  /** A proof to sign, instead of the book. */
  readonly isProof: boolean;
  readonly progress: Progress;
}

/** Steps of a book in one format, as a bar counts them. */
export const EDITION_STEPS = 3;

/** Prints the book of a year, once a format, its checks beside it; true where every promise is held. Throws NoBrowser. */
export async function makeEdition({ address }: BuiltPages, wishes: Wishes): Promise<boolean> {
  const { annee, formats, written, photos, secrets, folder, isProof, progress } = wishes;
  const { browser, close } = await openBrowser();
  let sound = true;
  try {
    for (const [i, format] of formats.entries()) {
      const { paper } = BOOKS[format];
      const name = `edition-${annee}-${format}`;
      progress.say(`${i + 1}/${formats.length}  ${name}`);
      const page = `${address}editions/${annee}/livre/${format}/`;
      progress.step(`${format}, composition`);
      const { pdf, source, layout } = await printBook(browser, page, progress.pages);
      progress.step(`${format}, finitions`);
      const finished = await finishPdf(pdf, { ...source, paper });
      progress.step(`${format}, contrôle`);
      const checks = preflightBook(await readPdf(finished), { paper, source, layout, written, photos, secrets });
      const book: FinishedBook = { annee, format, pdf: finished, source, checks };
      const printSheet: PrintSheet = (html, said) => printFront(browser, `${address}epreuve/${format}/`, html, said);
      const holds = isProof
        ? await makeProof(book, { folder, printSheet, say: progress.say })
        : keepPdf(join(folder, `${name}.pdf`), book, progress.say);
      sound &&= holds;
    }
  } finally {
    progress.end();
    await close();
  }
  return sound;
}
