import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { writeCsv } from '../../src/csv/write.ts';
import { nameFile } from '../../src/datasets/files.ts';
import { tellsSecrets } from '../../src/print/check-secrecy.ts';
import { BOOKS, type BookFormat, type BookLayout } from '../../src/print/edition/book-layout.ts';
import { checkFolder } from '../../src/print/figures/check-folder.ts';
import { explainFolder } from '../../src/print/figures/explain-folder.ts';
import { WIDTHS } from '../../src/print/figures/figure-widths.ts';
import { listFigures, listPhotos } from '../../src/print/figures/list-pictures.ts';
import { type PrintableDrawing, printDrawings } from '../../src/print/figures/print-drawings.ts';
import { nameOf, type Pictures, stemOf } from '../../src/print/figures/taken-figure.ts';
import { FAMILIES } from '../../src/print/fonts.ts';
import { findLost } from '../../src/print/manuscript/find-lost.ts';
import { readDocx } from '../../src/print/manuscript/read-docx.ts';
import { type BookWords, readWords } from '../../src/print/manuscript/read-words.ts';
import { type Manuscript, takeManuscript } from '../../src/print/manuscript/take-manuscript.ts';
import { writeDocx } from '../../src/print/manuscript/write-docx.ts';
import { openBrowser } from '../../src/print/open-browser.ts';
import { isSound } from '../../src/print/preflight.ts';
import { readPdf } from '../../src/print/read-pdf.ts';
import { tellPreflight, writePreflight } from '../../src/print/tell-preflight.ts';
import type { Secrets } from '../../src/secrecy/inspect-artefact.ts';
import { plural } from '../../src/text/plural.ts';
import { typo } from '../../src/text/typography.ts';
import type { BuiltPages } from './build-pages.ts';
import type { Progress } from './progress.ts';
import { type FolderContents, findForeign, saveFolder } from './save-folder.ts';
import { takePhoto } from './take-photo.ts';
import { tellObstacle } from './tell-obstacle.ts';
import { SAYS_SECRETS, tellUnwritten } from './tell-unwritten.ts';

/** What a layout team is to take away: the year and the format of a book; where its photographs lie, what it may not say, where all goes, and how it is told. */
interface Wishes {
  readonly annee: string;
  readonly format: BookFormat;
  /** The edition's folder `photos/`. */
  readonly photos: string;
  readonly folder: string;
  readonly demonstration: boolean;
  readonly secrets: Secrets;
  readonly progress: Progress;
}

/** How many files of somebody else are named. */
const SHOWN = 10;

/** Steps of the whole, as a bar counts them. */
export const FIGURES_STEPS = 4;

/**
 * Makes the folder of a layout team: each figure at two widths as SVG and PDF, the photographs, the text as a Word document,
 * the fonts, and what to know of them; true where every promise is held. What would say a secret is not written. Throws NoBrowser.
 */
export async function makeFigures(built: BuiltPages, wishes: Wishes): Promise<boolean> {
  const { annee, format, progress, secrets, demonstration } = wishes;
  const folder = folderOf(wishes.folder, annee);
  const layout = BOOKS[format];
  const { browser, close } = await openBrowser();
  try {
    progress.step('texte');
    const pictures = readPictures(built, annee, format);
    const { words, manuscript } = await readText(
      browser,
      `${built.address}editions/${annee}/livre/${format}/`,
      pictures,
    );
    const { bytes: docx, leftOut } = await writeDocx(manuscript);
    progress.step('figures');
    const drawings = listDrawings(pictures, manuscript);
    const pdfs = await printDrawings(browser, drawings);
    progress.step('photographies');
    const text = `edition-${annee}-texte.docx`;
    const tables = new Map([
      ['LISEZMOI.txt', explainFolder({ ...pictures, title: manuscript.title, text, layout, demonstration })],
      ...listTables(pictures, layout),
    ]);
    const contents = new Map<string, Uint8Array | string>([
      ...tables,
      [text, docx],
      ...drawings.map(({ stem, svg }) => [`${stem}.svg`, `${svg}\n`] as const),
      ...drawings.map(({ stem }) => [`${stem}.pdf`, pdfs.get(stem)!] as const),
      ...(await takePhotos(pictures, wishes.photos)),
      ...takeFonts(),
    ]);
    progress.step('contrôle');
    const read = [];
    for (const drawing of drawings) read.push({ ...drawing, pdf: await readPdf(pdfs.get(drawing.stem)!) });
    const found = readDocx(docx);
    const checks = checkFolder({
      ...pictures,
      drawings: read,
      shown: words.figures,
      text: found,
      lost: [...leftOut, ...findLost(words, found)],
      tables,
      secrets,
    });
    const isSecret = tellsSecrets(checks);
    if (!isSecret) {
      const report = listContents(writePreflight(basename(folder), checks), contents);
      saveFolder(folder, contents.set('controle.json', report));
    }
    progress.say(tellPreflight(nameFile(folder), checks));
    if (isSecret) progress.say(tellUnwritten(folder, SAYS_SECRETS));
    return isSound(checks);
  } finally {
    progress.end();
    await close();
  }
}

/** Where the folder of a year's book goes. */
function folderOf(folder: string, annee: string): string {
  return join(folder, `edition-${annee}-figures`);
}

/** Says why the folder cannot be written, or what somebody keeps in it that would be replaced; nothing where it is ours alone. */
export function tellForeign(whole: string, annee: string): string | undefined {
  const folder = folderOf(whole, annee);
  const obstacle = tellObstacle(folder);
  if (obstacle) return obstacle;
  const foreign = findForeign(folder);
  if (foreign.length === 0) return undefined;
  const lines = foreign.slice(0, SHOWN).map((file) => `  ${file}`);
  const more = foreign.length > SHOWN ? [`  et ${plural(foreign.length - SHOWN, 'autre', 'autres')}`] : [];
  const said = `« ${nameFile(folder)} » est remplacé en entier, et contient ce que cette commande n’y a pas mis. Déplacez d’abord :`;
  return typo([said, ...lines, ...more].join('\n'));
}

/** The pages leave their pictures beside them. */
function readPictures({ address, folder }: BuiltPages, annee: string, format: BookFormat): Pictures {
  const place = new URL(address).pathname;
  return JSON.parse(readFileSync(join(folder, place, `editions/${annee}/figures/${format}.json`), 'utf8'));
}

/** The words first: the manuscript is taken out of the same page, and changes it. */
async function readText(
  browser: Browser,
  address: string,
  { figures, photos }: Pictures,
): Promise<{ readonly words: BookWords; readonly manuscript: Manuscript }> {
  const page = await browser.newPage();
  try {
    const answer = await page.goto(address, { waitUntil: 'domcontentloaded' });
    if (!answer?.ok()) throw new Error(`${address} answers ${answer?.status()}`);
    const words = await page.evaluate(readWords);
    const manuscript = await page.evaluate(takeManuscript, {
      figures: Object.fromEntries(
        figures.map((figure) => [figure.id, WIDTHS.map((width) => `${stemOf(figure)}-${width}`)]),
      ),
      photos: Object.fromEntries(photos.map(({ address, file }) => [address, `photos/${file}`])),
    });
    return { words, manuscript };
  } finally {
    await page.close();
  }
}

function listDrawings({ figures }: Pictures, { author, date }: Manuscript): readonly PrintableDrawing[] {
  return figures.flatMap((figure) => {
    const { words, drawings } = figure;
    if (!words || !drawings) return [];
    const shared = { title: nameOf(figure), summary: words.summary, author, date };
    return WIDTHS.map((width) => ({ ...drawings[width], ...shared, stem: `${stemOf(figure)}-${width}` }));
  });
}

/** A table of nothing would only be opened for nothing. */
function listTables({ figures, photos }: Pictures, layout: BookLayout): readonly (readonly [string, string])[] {
  return [
    ...(figures.length > 0 ? [['figures.csv', writeCsv(listFigures(figures, layout))] as const] : []),
    ...(photos.length > 0 ? [['photos.csv', writeCsv(listPhotos(photos))] as const] : []),
  ];
}

function takePhotos({ photos }: Pictures, folder: string): Promise<readonly (readonly [string, Uint8Array])[]> {
  return Promise.all(
    photos.map(async ({ source, file }) => [`photos/${file}`, await takePhoto(join(folder, source), file)] as const),
  );
}

/** A layout program only finds what is installed; their licence asks to go with them. */
function takeFonts(): readonly (readonly [string, Uint8Array])[] {
  return FAMILIES.flatMap(({ name, licence, fonts }) => [
    ...fonts.map(({ file }) => [`polices/${basename(file)}`, readFileSync(file)] as const),
    [`polices/${name.replaceAll(' ', '')}-licence.txt`, readFileSync(licence)] as const,
  ]);
}

/** The report with the files that we wrote: next time, any other is somebody's work. */
function listContents(report: string, contents: FolderContents): string {
  const fichiers = [...contents.keys(), 'controle.json'].sort();
  return `${JSON.stringify({ ...JSON.parse(report), fichiers }, null, 2)}\n`;
}
