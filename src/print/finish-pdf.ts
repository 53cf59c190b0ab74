import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { mendLetters } from './mend-letters.ts';
import { type Paper, POINTS_PER_MM } from './papers.ts';
import type { PageSource } from './print-page.ts';
import { mendStructure } from './structure/mend-structure.ts';

/** What a PDF says of itself, and the exact size of its pages. */
type Finish = Pick<PageSource, 'title' | 'author' | 'subject' | 'date'> & { readonly paper: Paper };

/** Who makes our PDFs, as their properties say. */
export const PRODUCER = 'Chromium, pdf-lib';

/**
 * Finishes a PDF of the browser: letters that copy well, tags that say what they hold, language, properties and dates from the data, pages of the
 * exact size. Chromium writes the clock and rounds sizes; the same pages give the same bytes here.
 */
export async function finishPdf(
  printed: Uint8Array,
  { title, author, subject, date, paper }: Finish,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  const { context } = document;
  mendLetters(document);
  mendStructure(document);
  nameDocument(document, { title, author, subject, date });
  const [width, height] = [paper.width * POINTS_PER_MM, paper.height * POINTS_PER_MM];
  for (const page of document.getPages()) {
    // The browser's page is larger or smaller by less than a point: its upper left corner stays.
    const top = page.getHeight();
    const box = [0, top - height, width, height] as const;
    page.setMediaBox(...box);
    page.setCropBox(...box);
    page.setBleedBox(...box);
    page.setTrimBox(...box);
  }
  context.trailerInfo.ID = undefined;
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

/** Writes what a PDF says of itself: language, properties, dates from the data. */
export function nameDocument(document: PDFDocument, { title, author, subject, date }: Omit<Finish, 'paper'>): void {
  const { catalog } = document;
  catalog.set(PDFName.of('Lang'), PDFString.of('fr'));
  const preferences = catalog.getOrCreateViewerPreferences();
  preferences.setDisplayDocTitle(true);
  const made = dateOf(date);
  document.setTitle(title);
  document.setAuthor(author);
  document.setSubject(subject);
  document.setCreator(author);
  document.setProducer(PRODUCER);
  document.setCreationDate(made);
  document.setModificationDate(made);
}

/** The first moment of a day of the data, or of its month or year: '3003-05' → 1 May 3003, UTC. */
export function dateOf(date: string): Date {
  return new Date(Date.UTC(...calendarOf(date)));
}

/** '3003-05' → year, month from 0, day: what is not said is the first. */
function calendarOf(date: string): [year: number, month: number, day: number] {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month - 1, day];
}
