import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bindInside } from '../../src/print/edition/bind-inside.ts';
import { BOOKS } from '../../src/print/edition/book-layout.ts';
import { printBook } from '../../src/print/edition/print-book.ts';
import { openBrowser } from '../../src/print/open-browser.ts';
import { makePressPdf } from '../../src/print/press/press-pdf.ts';
import { DEFAULT_PROFILE, readProfile } from '../../src/print/press/profile.ts';
import { aroundPages } from '../../src/print/press/sheet-around.ts';
import { formatNumber } from '../../src/text/number.ts';
import { buildPages } from '../imprimer/build-pages.ts';
import type { BenchRow } from './table.ts';

const COMMAND = join(import.meta.dirname, '../imprimer.ts');

/** The demonstration's book, and how many pages the aims are for: its own number changes with its chapters. */
const BOOK = { annee: '3003', format: 'a5', pages: 60 } as const;

/**
 * Whole runs of `npm run imprimer` on the demonstration, from its data to the checked PDFs; then the press pass alone, on a
 * book that is already laid out. A book's seconds are also told for the pages of the aim.
 */
export async function benchPrinting(): Promise<readonly BenchRow[]> {
  const poster = runCommand(['--affiche']);
  const leaflet = runCommand(['--livret', 'territoire-1']);
  const book = runCommand(['--edition', BOOK.annee, '--format', BOOK.format]);
  const press = await passToPress();
  return [
    { name: `Affiche A3 et A4 (${poster.weight} Ko)`, value: say(poster.seconds) },
    { name: `Livret d’un territoire (${leaflet.weight} Ko)`, value: say(leaflet.seconds) },
    { name: `Livre de ${book.pages} pages (${book.weight} Ko)`, value: say(book.seconds) },
    { name: `  soit pour ${BOOK.pages} pages`, value: say(scale(book)), aim: '≤ 60 s' },
    { name: `Passe de presse de ${press.pages} pages, une fois composées`, value: say(press.seconds) },
    { name: `  soit pour ${BOOK.pages} pages`, value: say(scale(press)), aim: '≤ 10 s' },
  ];
}

const say = (seconds: number): string => `${formatNumber(seconds, { decimals: 1 })} s`;

const scale = ({ seconds, pages }: { readonly seconds: number; readonly pages: number }): number =>
  (seconds * BOOK.pages) / pages;

function runCommand(args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-bench-'));
  try {
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [COMMAND, ...args, '--demonstration', '--sortie', folder],
      { encoding: 'utf8' },
    );
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0) throw new Error(`imprimer ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
    return { seconds, weight: weigh(folder), pages: Number(/oui {2}Pages +(\d+)/.exec(stdout)?.[1]) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Inks for a whole book: what comes before (pages, layout) is not counted. */
async function passToPress() {
  const profile = readProfile(DEFAULT_PROFILE, readFileSync(DEFAULT_PROFILE));
  if (typeof profile === 'string') throw new Error(profile);
  const built = await buildPages({}, true);
  if (typeof built === 'string') throw new Error(built);
  const { browser, close } = await openBrowser();
  try {
    const address = `${built.address}editions/${BOOK.annee}/livre/${BOOK.format}/`;
    const { pdf, source, layout } = await printBook(browser, address, undefined, aroundPages());
    const inside = await bindInside(pdf, layout);
    const start = performance.now();
    const made = await makePressPdf(inside.pdf, { ...source, paper: BOOKS[BOOK.format].paper }, profile);
    const seconds = (performance.now() - start) / 1000;
    if ('refusals' in made) throw new Error(made.refusals.join('\n'));
    return { seconds, pages: inside.pages };
  } finally {
    await close();
    await built.close();
  }
}

function weigh(folder: string): string {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.pdf'))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size / 1000);
  return sizes.map((size) => formatNumber(size, { decimals: 0 })).join(' et ');
}
