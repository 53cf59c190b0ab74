import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nameFile } from '../../src/datasets/files.ts';
import type { PrintDocument } from '../../src/print/documents.ts';
import { finishPdf } from '../../src/print/finish-pdf.ts';
import { openBrowser } from '../../src/print/open-browser.ts';
import { isSound, preflight } from '../../src/print/preflight.ts';
import { printPage } from '../../src/print/print-page.ts';
import { readPdf } from '../../src/print/read-pdf.ts';
import { tellPreflight, writePreflight } from '../../src/print/tell-preflight.ts';
import type { BuiltPages } from './build-pages.ts';

/** Prints each document into a folder, its checks beside it; true where every promise is held. Throws NoBrowser. */
export async function makeDocuments(
  documents: readonly PrintDocument[],
  { address }: BuiltPages,
  folder: string,
  say: (line: string) => void,
): Promise<boolean> {
  const { browser, close } = await openBrowser();
  let sound = true;
  try {
    for (const [i, { name, page, paper, pages }] of documents.entries()) {
      say(`${i + 1}/${documents.length}  ${name}`);
      const { pdf, source } = await printPage(browser, `${address}${page}`);
      const finished = await finishPdf(pdf, { ...source, paper });
      const checks = preflight(await readPdf(finished), { paper, pages, source });
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

/** Whole or not at all: a sheet half written would be sent as it is. */
function save(file: string, content: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.en-cours-${process.pid}`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
