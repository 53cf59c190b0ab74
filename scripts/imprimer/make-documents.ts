import { join } from 'node:path';
import type { PrintDocument } from '../../src/print/documents.ts';
import { finishPdf } from '../../src/print/finish-pdf.ts';
import { openBrowser } from '../../src/print/open-browser.ts';
import { type Promised, preflight } from '../../src/print/preflight.ts';
import { preflightPress } from '../../src/print/press/preflight-press.ts';
import { makePressPdf } from '../../src/print/press/press-pdf.ts';
import type { Profile } from '../../src/print/press/profile.ts';
import { readPressFile } from '../../src/print/press/read-press-file.ts';
import { aroundStyle } from '../../src/print/press/sheet-around.ts';
import { printPage } from '../../src/print/print-page.ts';
import { readPdf } from '../../src/print/read-pdf.ts';
import type { Secrets } from '../../src/secrecy/inspect-artefact.ts';
import type { BuiltPages } from './build-pages.ts';
import { type CheckedPdf, keepPdf } from './keep-pdf.ts';
import { tellRefusals } from './tell-refusals.ts';

/** How to print: what no sheet may say, where, what is told, and the printer's profile where it is for a press. */
interface Wishes {
  readonly secrets: Secrets;
  readonly folder: string;
  readonly profile: Profile | undefined;
  readonly say: (line: string) => void;
}

/** Prints each document into a folder, its checks beside it; true where every promise is held. Throws NoBrowser, UnusableProfile. */
export async function makeDocuments(
  documents: readonly PrintDocument[],
  { address }: BuiltPages,
  { secrets, folder, profile, say }: Wishes,
): Promise<boolean> {
  const { browser, close } = await openBrowser();
  let sound = true;
  try {
    for (const [i, document] of documents.entries()) {
      const name = profile ? `${document.name}-imprimeur` : document.name;
      say(`${i + 1}/${documents.length}  ${name}`);
      const printed = await printPage(browser, `${address}${document.page}`, profile && aroundStyle(document.paper));
      const promised = { paper: document.paper, pages: document.pages, source: printed.source, secrets };
      const made = await (profile
        ? makeForPress(printed.pdf, promised, profile)
        : makeForOffice(printed.pdf, promised));
      const file = join(folder, `${name}.pdf`);
      if ('refusals' in made) say(tellRefusals(file, made.refusals));
      const holds = 'checks' in made && keepPdf(file, made, say);
      sound &&= holds;
    }
  } finally {
    await close();
  }
  return sound;
}

async function makeForOffice(printed: Uint8Array, promised: Promised): Promise<CheckedPdf> {
  const { source, paper } = promised;
  const pdf = await finishPdf(printed, { ...source, paper });
  return { pdf, checks: preflight(await readPdf(pdf), promised) };
}

async function makeForPress(
  printed: Uint8Array,
  promised: Promised,
  profile: Profile,
): Promise<CheckedPdf | { readonly refusals: readonly string[] }> {
  const { source, paper } = promised;
  const made = await makePressPdf(printed, { ...source, paper }, profile);
  if ('refusals' in made) return made;
  const { pdf, press } = await readPressFile(made.pdf);
  return { pdf: made.pdf, checks: preflightPress(pdf, press, promised) };
}
