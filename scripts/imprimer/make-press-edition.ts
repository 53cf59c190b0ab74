import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { tellsSecrets } from '../../src/print/check-secrecy.ts';
import { bindInside } from '../../src/print/edition/bind-inside.ts';
import { BOOKS, type BookFormat } from '../../src/print/edition/book-layout.ts';
import { coverSheet, printCover } from '../../src/print/edition/cover-sheet.ts';
import { type PhotoColours, refusedForPress } from '../../src/print/edition/photo-colours.ts';
import { preflightCover, warnOfSpine } from '../../src/print/edition/preflight-cover.ts';
import { preflightInside } from '../../src/print/edition/preflight-inside.ts';
import { printBook } from '../../src/print/edition/print-book.ts';
import type { WrittenBook } from '../../src/print/edition/written-book.ts';
import { openBrowser } from '../../src/print/open-browser.ts';
import type { Check } from '../../src/print/preflight.ts';
import { makePressPdf } from '../../src/print/press/press-pdf.ts';
import type { Profile } from '../../src/print/press/profile.ts';
import type { PressContents } from '../../src/print/press/read-press.ts';
import { readPressFile } from '../../src/print/press/read-press-file.ts';
import { aroundPages } from '../../src/print/press/sheet-around.ts';
import type { PdfContents } from '../../src/print/read-pdf.ts';
import type { Secrets } from '../../src/secrecy/inspect-artefact.ts';
import type { BuiltPages } from './build-pages.ts';
import { type CheckedPdf, keepPdf } from './keep-pdf.ts';
import type { Progress } from './progress.ts';
import { tellRefusals } from './tell-refusals.ts';
import { tellUnwritten } from './tell-unwritten.ts';

/** The book to print for a press: its year, its formats, the files of its photographs, its paper as its card says it, the printer's profile; what it may not say, where it goes, and how it is told. */
interface Wishes {
  readonly annee: string;
  readonly formats: readonly BookFormat[];
  /** What its chapters' files say. */
  readonly written: WrittenBook;
  readonly photos: readonly PhotoColours[];
  /** Thickness of a sheet in thousandths of a millimetre, and the card that says it. */
  readonly epaisseur: number | null | undefined;
  readonly card: string;
  readonly profile: Profile;
  readonly secrets: Secrets;
  readonly folder: string;
  readonly progress: Progress;
}

/** Steps of a book in one format, as a bar counts them. */
export const PRESS_STEPS = 4;

/** One file of the two that a press needs, or all that hinders it. */
type Made = CheckedPdf | { readonly refusals: readonly string[] };

/**
 * Makes the press files of a year's book, the inside and the cover, once a format; true where every promise is held. Where
 * one of the two cannot be made, neither is written. Throws NoBrowser, UnusableProfile.
 */
export async function makePressEdition({ address }: BuiltPages, wishes: Wishes): Promise<boolean> {
  const { annee, formats, folder, progress } = wishes;
  const { browser, close } = await openBrowser();
  let sound = true;
  try {
    for (const [i, format] of formats.entries()) {
      const name = `edition-${annee}-${format}`;
      progress.say(`${i + 1}/${formats.length}  ${name}-imprimeur`);
      const { interieur, couverture, warning } = await makeFormat(browser, address, format, wishes);
      const files = Object.entries({ interieur, couverture }) //
        .map(([part, made]) => ({ file: join(folder, `${name}-${part}-imprimeur.pdf`), made }));
      const isSecret = (made: Made) => 'checks' in made && tellsSecrets(made.checks);
      const isRefused = files.some(({ made }) => 'refusals' in made || isSecret(made));
      for (const { file, made } of files) {
        let isKept = false;
        if ('refusals' in made) progress.say(tellRefusals(file, made.refusals));
        else if (isRefused && !isSecret(made)) progress.say(tellUnwritten(file, 'il va avec l’autre'));
        else isKept = keepPdf(file, made, progress.say);
        sound &&= isKept;
      }
      if (warning !== undefined && !isRefused) progress.say(warning);
    }
  } finally {
    progress.end();
    await close();
  }
  return sound;
}

/** The inside first: the spine of the cover follows from its pages. */
async function makeFormat(
  browser: Browser,
  address: string,
  format: BookFormat,
  { annee, written, photos, epaisseur, card, profile, secrets, progress }: Wishes,
): Promise<{ readonly interieur: Made; readonly couverture: Made; readonly warning: string | undefined }> {
  const { paper } = BOOKS[format];
  progress.step(`${format}, composition`);
  const book = await printBook(browser, `${address}editions/${annee}/livre/${format}/`, progress.pages, aroundPages());
  const bound = await bindInside(book.pdf, book.layout);
  progress.step(`${format}, encres de l’intérieur`);
  const inside = await makePressPdf(bound.pdf, { ...book.source, paper }, profile);
  // No press can guess them, and their pixels no longer tell: the browser was given them in sRGB.
  const unknown = refusedForPress(photos);
  const refusals = [...unknown, ...('refusals' in inside ? inside.refusals : [])];
  progress.step(`${format}, couverture`);
  const sheet = coverSheet(paper, bound.pages, epaisseur);
  const printed = await printCover(browser, `${address}editions/${annee}/couverture/${format}/`, sheet);
  const cover = await makePressPdf(printed.pdf, { ...printed.source, ...sheet }, profile);
  progress.step(`${format}, contrôle`);
  const covered = { pages: bound.pages, epaisseur };
  return {
    interieur: await check(refusals.length > 0 ? { refusals } : inside, (pdf, press) =>
      preflightInside(pdf, press, { ...book, paper, bound, written, photos, secrets }),
    ),
    couverture: await check(cover, (pdf, press) =>
      preflightCover(pdf, press, { sheet, source: printed.source, secrets, book: covered }),
    ),
    warning: warnOfSpine(sheet.spine, card),
  };
}

async function check(
  made: Awaited<ReturnType<typeof makePressPdf>>,
  checks: (pdf: PdfContents, press: PressContents) => readonly Check[],
): Promise<Made> {
  if ('refusals' in made) return made;
  const { pdf, press } = await readPressFile(made.pdf);
  return { pdf: made.pdf, checks: checks(pdf, press) };
}
