import type { Browser } from 'playwright-core';
import { finishPdf } from '../finish-pdf.ts';
import type { Paper } from '../papers.ts';
import type { PageSource } from '../print-page.ts';

/** What the PDF of the sheet says of itself, and its paper. */
export type SheetWords = Pick<PageSource, 'title' | 'author' | 'subject' | 'date'> & { readonly paper: Paper };

/** Prints the sheet before a proof: `html` is written into the page at `address`, which has the fonts and the style. */
export async function printFront(
  browser: Browser,
  address: string,
  html: string,
  said: SheetWords,
): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    const answer = await page.goto(address, { waitUntil: 'load' });
    if (!answer?.ok()) throw new Error(`${address} answers ${answer?.status()}`);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(async (content) => {
      document.querySelector('main')!.innerHTML = content;
      await document.fonts.ready;
    }, html);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    return await finishPdf(pdf, said);
  } finally {
    await page.close();
  }
}
