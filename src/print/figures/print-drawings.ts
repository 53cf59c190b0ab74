import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { finishPdf } from '../finish-pdf.ts';
import { FAMILIES } from '../fonts.ts';
import type { SizedDrawing } from './taken-figure.ts';

/** A drawing to print, and what its PDF says of itself. */
export interface PrintableDrawing extends SizedDrawing {
  /** The file's name, without ending. */
  readonly stem: string;
  readonly title: string;
  /** The alternative text. */
  readonly summary: string;
  readonly author: string;
  /** ISO, of the data. */
  readonly date: string;
}

/**
 * Prints drawings, each as a PDF of one page of its own size: vectors, fonts inside, its alternative text. One page of the
 * browser serves all of them, so that fonts are read once.
 */
export async function printDrawings(
  browser: Browser,
  drawings: readonly PrintableDrawing[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const page = await browser.newPage();
  const printed = new Map<string, Uint8Array>();
  try {
    await page.setContent(
      `<!doctype html><html lang="fr"><head><title>.</title><style>${faces()}</style></head><body></body></html>`,
    );
    // Else the first drawings would be measured, and printed, with another font.
    await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())).then(() => undefined));
    for (const drawing of drawings) {
      await page.evaluate(show, { svg: drawing.svg, title: drawing.title, summary: drawing.summary });
      // A hair larger than the drawing: the browser rounds sizes, and would begin a second page. It is trimmed afterwards.
      const pdf = await page.pdf({
        width: `${drawing.width + 1}mm`,
        height: `${drawing.height + 1}mm`,
        printBackground: true,
        tagged: true,
      });
      printed.set(drawing.stem, await finishPdf(pdf, describe(drawing)));
    }
  } finally {
    await page.close();
  }
  return printed;
}

/** How many pages it takes is checked once it is finished (check-folder.ts). */
function describe({ stem, width, height, title, summary, author, date }: PrintableDrawing) {
  return { title, author, subject: summary, date, paper: { name: stem, width, height } };
}

/** Fonts inside the page: it comes from no address, and asks none. */
function faces(): string {
  const faces = FAMILIES.flatMap(({ fonts }) => fonts).map(
    ({ family, weight, italic, file }) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-style:${italic ? 'italic' : 'normal'};src:url(data:font/ttf;base64,${readFileSync(file).toString('base64')})}`,
  );
  return `${faces.join('')}html,body{margin:0}svg{display:block;overflow:hidden}*{font-synthesis:none;print-color-adjust:exact}`;
}

/** Puts a drawing in the page, alone. Runs in the page: no name of this file is known there. */
function show({ svg, title, summary }: { svg: string; title: string; summary: string }): void {
  document.title = title;
  const picture = document.createElement('div');
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', summary);
  picture.innerHTML = svg;
  document.body.replaceChildren(picture);
}
