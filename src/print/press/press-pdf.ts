import { createHash } from 'node:crypto';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib';
import { dateOf, nameDocument } from '../finish-pdf.ts';
import { mendLetters } from '../mend-letters.ts';
import { type Paper, POINTS_PER_MM } from '../papers.ts';
import type { PageSource } from '../print-page.ts';
import { convertColours } from './convert-colours.ts';
import { convertPictures } from './convert-pictures.ts';
import { drawMarks, MARK_COLOUR } from './draw-marks.ts';
import { flateStream } from './flate-stream.ts';
import { type Drawing, inspect, spaceOf } from './inspect.ts';
import { type Profile, UNREGISTERED } from './profile.ts';
import { AROUND, BLEED } from './sheet-around.ts';
import { writeXmp } from './write-xmp.ts';

/** What a PDF says of itself, and the paper that it is cut to. */
type Said = Pick<PageSource, 'title' | 'author' | 'subject' | 'date'> & {
  readonly paper: Paper;
  /** Where the sheet is folded, in mm from the left edge of the trim. */
  readonly folds?: readonly number[];
};

/** A press PDF, or all that hinders it: a French sentence each, page and place first. */
export type PressPdf = { readonly pdf: Uint8Array } | { readonly refusals: readonly string[] };

/** PDF/X-4 is a PDF 1.6; pdf-lib writes nothing that is newer. */
const VERSION = '%PDF-1.6';

/**
 * Makes the press PDF of what the browser printed on a larger sheet (sheet-around.ts): inks for every colour, boxes,
 * marks, output intent. The same bytes give the same bytes. Throws UnusableProfile.
 */
export async function makePressPdf(
  printed: Uint8Array,
  { paper, folds = [], ...said }: Said,
  profile: Profile,
): Promise<PressPdf> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  for (const page of document.getPages()) setBoxes(page, paper);
  const { drawings, pictures, refusals } = inspect(document);
  if (refusals.length > 0) return { refusals };
  mendLetters(document);
  dropInteraction(document);
  const converted = await convertColours(drawings, profile);
  writeDrawings(document, drawings, converted);
  await convertPictures(document.context, pictures, profile);
  setSpaces(document, drawings);
  const marks = document.context.register(everyInk(document.context));
  const dressed = { marks, folds, drawings, converted };
  for (const page of document.getPages()) dressPage(document.context, page, dressed);
  nameDocument(document, said);
  setIntent(document, profile);
  return { pdf: await save(document, said) };
}

/** The browser rounds the sheet by less than a point: its upper left corner stays. */
function setBoxes(page: PDFPage, { width, height }: Paper): void {
  const top = page.getMediaBox().y + page.getMediaBox().height;
  const box = (inset: number) =>
    [
      inset * POINTS_PER_MM,
      top - (height + 2 * AROUND - inset) * POINTS_PER_MM,
      (width + 2 * (AROUND - inset)) * POINTS_PER_MM,
      (height + 2 * (AROUND - inset)) * POINTS_PER_MM,
    ] as const;
  page.setMediaBox(...box(0));
  page.setCropBox(...box(0));
  page.setBleedBox(...box(AROUND - BLEED));
  page.setTrimBox(...box(AROUND));
  page.node.delete(PDFName.of('ArtBox'));
}

/** Tags, bookmarks, links: what a press does not print, and PDF/X forbids in part. */
function dropInteraction(document: PDFDocument): void {
  for (const key of [
    'StructTreeRoot',
    'MarkInfo',
    'Outlines',
    'PageMode',
    'Names',
    'Dests',
    'OpenAction',
    'AA',
    'AcroForm',
    'PieceInfo',
  ]) {
    document.catalog.delete(PDFName.of(key));
  }
  for (const { node } of document.getPages()) {
    for (const key of ['Annots', 'StructParents', 'Tabs', 'AA', 'PieceInfo']) node.delete(PDFName.of(key));
  }
}

/** Pages are dressed later: theirs are not streams of their own. */
function writeDrawings(
  { context }: PDFDocument,
  drawings: ReadonlyMap<PDFObject, Drawing>,
  converted: ReadonlyMap<PDFObject, Uint8Array>,
): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !drawings.has(object)) continue;
    const stream = flateStream(context, Buffer.from(converted.get(object)!));
    for (const [key, value] of object.dict.entries()) {
      if (!['/Filter', '/DecodeParms', '/Length', '/StructParent', '/StructParents'].includes(String(key))) {
        stream.dict.set(key, value);
      }
    }
    context.assign(ref, stream);
  }
}

/** No drawing names the old colour spaces any more; groups blend in inks. */
function setSpaces({ context }: PDFDocument, drawings: ReadonlyMap<PDFObject, Drawing>): void {
  for (const { resources } of drawings.values()) {
    const spaces = resources?.lookupMaybe(PDFName.of('ColorSpace'), PDFDict);
    for (const name of spaces?.keys() ?? []) {
      if (spaces && ['rgb', 'gray'].includes(spaceOf(spaces.lookup(name)))) spaces.delete(name);
    }
  }
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : undefined;
    const group = dict?.lookupMaybe(PDFName.of('Group'), PDFDict);
    if (group?.has(PDFName.of('CS'))) group.set(PDFName.of('CS'), PDFName.of('DeviceCMYK'));
  }
}

interface Dress {
  readonly marks: PDFRef;
  readonly folds: readonly number[];
  readonly drawings: ReadonlyMap<PDFObject, Drawing>;
  readonly converted: ReadonlyMap<PDFObject, Uint8Array>;
}

/** The page's drawing within its bleed, then the marks around it. */
function dressPage(context: PDFContext, page: PDFPage, { marks, folds, drawings, converted }: Dress): void {
  const { node } = page;
  const [bleed, trim] = [page.getBleedBox(), page.getTrimBox()];
  const boxOf = ({ x, y, width, height }: typeof bleed) => ({ left: x, bottom: y, right: x + width, top: y + height });
  const folded = folds.map((mm) => trim.x + mm * POINTS_PER_MM);
  const bounds = [bleed.x, bleed.y, bleed.width, bleed.height].map((value) => Math.round(value * 1000) / 1000);
  const drawn = Buffer.concat([
    Buffer.from(`q ${bounds.join(' ')} re W n\n`),
    converted.get(node) ?? Buffer.alloc(0),
    Buffer.from(
      `${'Q '.repeat((drawings.get(node)?.unclosed ?? 0) + 1)}\n${drawMarks(boxOf(trim), boxOf(bleed), folded)}`,
    ),
  ]);
  node.set(PDFName.of('Contents'), context.register(flateStream(context, drawn)));
  node.set(PDFName.of('Group'), context.obj({ Type: 'Group', S: 'Transparency', CS: 'DeviceCMYK' }));
  const resources = node.Resources() ?? context.obj({});
  node.set(PDFName.of('Resources'), resources);
  const spaces = resources.lookupMaybe(PDFName.of('ColorSpace'), PDFDict) ?? context.obj({});
  spaces.set(PDFName.of(MARK_COLOUR), marks);
  resources.set(PDFName.of('ColorSpace'), spaces);
}

/** The colour that every plate prints in full. */
function everyInk(context: PDFContext): PDFArray {
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 });
  return context.obj(['Separation', 'All', 'DeviceCMYK', tint]);
}

/** What the file is made for: the profile itself is in it. */
function setIntent({ catalog, context }: PDFDocument, { identifier, description, bytes }: Profile): void {
  const profile = context.register(flateStream(context, bytes, { N: 4, Alternate: 'DeviceCMYK' }));
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFX', DestOutputProfile: profile });
  intent.set(PDFName.of('OutputConditionIdentifier'), PDFString.of(identifier));
  if (identifier !== UNREGISTERED) intent.set(PDFName.of('RegistryName'), PDFString.of('http://www.color.org'));
  intent.set(PDFName.of('Info'), PDFHexString.fromText(description || identifier));
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}

/** Written twice: the first time tells the file's own number from its bytes. */
async function save(document: PDFDocument, { date, ...said }: Omit<Said, 'paper' | 'folds'>): Promise<Uint8Array> {
  const { context, catalog } = document;
  const info = context.lookup(context.trailerInfo.Info, PDFDict);
  info.set(PDFName.of('Trapped'), PDFName.of('False'));
  context.trailerInfo.ID = undefined;
  sweep(context);
  const options = { useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false };
  const id = createHash('sha256')
    .update(await document.save(options))
    .digest('hex')
    .slice(0, 32);
  const xmp = context.stream(Buffer.from(writeXmp({ ...said, made: dateOf(date), id })), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  catalog.set(PDFName.of('Metadata'), context.register(xmp));
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)]);
  const pdf = await document.save(options);
  pdf.set(Buffer.from(VERSION));
  return pdf;
}

/** Drops what nothing leads to any more. */
function sweep(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const follow = (object: PDFObject | undefined): void => {
    if (object instanceof PDFRef) {
      if (reached.has(object)) return;
      reached.add(object);
      follow(context.lookup(object));
    } else if (object instanceof PDFArray) for (const each of object.asArray()) follow(each);
    else if (object instanceof PDFDict) for (const each of object.values()) follow(each);
    else if (object instanceof PDFStream) follow(object.dict);
  };
  follow(context.trailerInfo.Root);
  follow(context.trailerInfo.Info);
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
