import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';
import { DRAWN } from './fonts.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { textOf } from './pdf-text.ts';
import type { Size } from './sizes.ts';
import { readStructure, type Structure } from './structure/read-structure.ts';

/** What a PDF is made of, as it says itself: read back from its bytes, whoever made them. */
export interface PdfContents {
  /** Of each page, in points. */
  readonly pages: readonly { readonly media: Size; readonly trim: Size }[];
  readonly title: string;
  readonly language: string;
  /** ISO day of making: "2026-11-23". */
  readonly date: string;
  /** It says so, and has tags. */
  readonly tagged: boolean;
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  /** Pictures made of pixels. */
  readonly images: number;
  /** Where each of them is shown, from page 1, and its pixels in an inch of paper. */
  readonly shown: readonly { readonly page: number; readonly dpi: number }[];
  /** What colours are made of, with the page where each is first met: "rgb", "gray"… */
  readonly colours: ReadonlyMap<string, number>;
  /** What it says to who listens, and what is wrong with it. */
  readonly structure: Structure;
  /** Alternative texts, in the order of the structure tree. */
  readonly alternatives: readonly string[];
  /** Titles of the bookmarks, in order. */
  readonly bookmarks: readonly string[];
  /** Links: to an address, or to a place of the document, which `leads` says to exist. */
  readonly links: readonly PdfLink[];
  /** The text of each page. */
  readonly texts: readonly string[];
}

/** A link, and the page on which it stands, from 1. */
export interface PdfLink {
  readonly page: number;
  readonly address?: string;
  readonly leads: boolean;
}

/** Reads a PDF back. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContents> {
  return describePdf(await openPdf(bytes));
}

/** The same of one that is already open. */
export async function describePdf({ bytes, document, inspection }: OpenPdf): Promise<PdfContents> {
  const { catalog, context } = document;
  const objects = context.enumerateIndirectObjects().map(([, object]) => object);
  const dictionaries = objects.filter((object) => object instanceof PDFDict);
  const { drawings, pictures } = inspection;
  const structure = readStructure(document);
  const isMarked = String(catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))) === 'true';
  const settings = [...drawings.values()].flatMap((drawing) => [...drawing.settings.values()]);
  return {
    pages: document.getPages().map((page) => ({ media: page.getMediaBox(), trim: page.getTrimBox() })),
    title: document.getTitle() ?? '',
    language: textOf(catalog.lookup(PDFName.of('Lang'))),
    date: document.getModificationDate()?.toISOString().slice(0, 10) ?? '',
    tagged: isMarked && structure.counts.size > 0,
    fonts: dictionaries.filter(isDrawnFont).map(describeFont),
    images: objects.filter((object) => object instanceof PDFRawStream && isNamed(object.dict, 'Subtype', 'Image'))
      .length,
    shown: pictures.map(({ page, dpi }) => ({ page, dpi })),
    colours: new Map(settings.toReversed().map(({ colour, page }) => [colour.model, page])),
    structure,
    alternatives: gatherAlternatives(catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)),
    bookmarks: gatherBookmarks(catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)),
    links: readLinks(document),
    texts: await readTexts(bytes),
  };
}

const isNamed = (dictionary: PDFDict, key: string, name: string): boolean =>
  dictionary.lookup(PDFName.of(key)) === PDFName.of(name);

/** A composite font is judged by the one that it is drawn with. */
function isDrawnFont(dictionary: PDFDict): boolean {
  return isNamed(dictionary, 'Type', 'Font') && !isNamed(dictionary, 'Subtype', 'Type0');
}

function describeFont(font: PDFDict) {
  const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => descriptor?.get(PDFName.of(key)));
  return {
    name: isNamed(font, 'Subtype', 'Type3') ? DRAWN : nameOf(font.lookup(PDFName.of('BaseFont'))),
    embedded: files.some((file) => file !== undefined) || isNamed(font, 'Subtype', 'Type3'),
  };
}

/** Without the mark of a subset: "AAAAAA+SourceSans3-Regular" → "SourceSans3-Regular". */
function nameOf(name: PDFObject | undefined): string {
  return name instanceof PDFName ? name.decodeText().replace(/^[A-Z]{6}\+/, '') : '';
}

function gatherAlternatives(node: PDFObject | undefined): readonly string[] {
  if (node instanceof PDFArray) return node.asArray().flatMap((_, i) => gatherAlternatives(node.lookup(i)));
  if (!(node instanceof PDFDict)) return [];
  const own = textOf(node.lookup(PDFName.of('Alt')));
  return [...(own ? [own] : []), ...gatherAlternatives(node.lookup(PDFName.of('K')))];
}

function gatherBookmarks(node: PDFDict | undefined): readonly string[] {
  const titles: string[] = [];
  for (
    let item = node?.lookupMaybe(PDFName.of('First'), PDFDict);
    item;
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
  ) {
    titles.push(textOf(item.lookup(PDFName.of('Title'))), ...gatherBookmarks(item));
  }
  return titles;
}

function readLinks(document: PDFDocument): readonly PdfLink[] {
  const places = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  return document.getPages().flatMap((page, i) => {
    const marks = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
    return Array.from({ length: marks?.size() ?? 0 }, (_, k) => marks!.lookup(k, PDFDict))
      .filter((mark) => isNamed(mark, 'Subtype', 'Link'))
      .map((mark) => {
        const address = textOf(mark.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI')));
        if (address !== '') return { page: i + 1, address, leads: true };
        const place = mark.lookup(PDFName.of('Dest'));
        return { page: i + 1, leads: place instanceof PDFArray || (place instanceof PDFName && !!places?.has(place)) };
      });
  });
}

async function readTexts(bytes: Uint8Array): Promise<readonly string[]> {
  // pdf.js takes the bytes away from whoever gives them.
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false });
  return text;
}
