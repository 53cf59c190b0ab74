import { join } from 'node:path';
import { nameFile } from '../../src/datasets/files.ts';
import { BOOKS, type BookFormat } from '../../src/print/edition/book-layout.ts';
import { finishBook } from '../../src/print/edition/finish-book.ts';
import { preflightBook } from '../../src/print/edition/preflight-book.ts';
import { printBook } from '../../src/print/edition/print-book.ts';
import { openBrowser } from '../../src/print/open-browser.ts';
import { isSound } from '../../src/print/preflight.ts';
import { readPdf } from '../../src/print/read-pdf.ts';
import { tellPreflight, writePreflight } from '../../src/print/tell-preflight.ts';
import type { BuiltPages } from './build-pages.ts';
import { save } from './save.ts';

/** The book to print: its year and its formats; where it goes, and how it is told: `progress` is the pages laid out so far. */
interface Wishes {
  readonly annee: string;
  readonly formats: readonly BookFormat[];
  readonly folder: string;
  readonly say: (line: string) => void;
  readonly progress: (pages: number) => void;
}

/** Prints the book of a year, once a format, its checks beside it; true where every promise is held. Throws NoBrowser. */
export async function makeEdition({ address }: BuiltPages, wishes: Wishes): Promise<boolean> {
  const { annee, formats, folder, say, progress } = wishes;
  const { browser, close } = await openBrowser();
  let sound = true;
  try {
    for (const [i, format] of formats.entries()) {
      const { paper } = BOOKS[format];
      const name = `edition-${annee}-${format}`;
      say(`${i + 1}/${formats.length}  ${name}`);
      const { pdf, source, layout } = await printBook(
        browser,
        `${address}editions/${annee}/livre/${format}/`,
        progress,
      );
      const finished = await finishBook(pdf, source, paper);
      const checks = preflightBook(await readPdf(finished), { paper, source, layout });
      const file = join(folder, `${name}.pdf`);
      save(file, finished);
      save(join(folder, `${name}.json`), writePreflight(`${name}.pdf`, checks));
      say(tellPreflight(nameFile(file), checks));
      sound &&= isSound(checks);
    }
  } finally {
    await close();
  }
  return sound;
}
