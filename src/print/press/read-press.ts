import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';
import { type OpenPdf, openPdf } from '../open-pdf.ts';
import type { Box } from './geometry.ts';
import { type Colour, firstNumber, type Painted, spaceOf, type Use } from './inspect.ts';

/** What a press reads in a PDF, from its bytes alone, whoever made them. Inks are from 0 to 1. */
export interface PressContents {
  /** What the file calls its first page. */
  readonly first: number;
  /** In points. */
  readonly pages: readonly { readonly media: Box; readonly bleed: Box; readonly trim: Box }[];
  readonly colours: readonly { readonly page: number; readonly colour: Colour; readonly uses: ReadonlySet<Use> }[];
  readonly painted: readonly Painted[];
  readonly pictures: readonly { readonly page: number; readonly dpi: number; readonly mostInk: number }[];
  /** Pictures and groups of the file that are in no ink, placed or not. */
  readonly strangers: readonly string[];
  /** What cannot be printed, or not be read. */
  readonly refusals: readonly string[];
  /** Tags, links, scripts: what is still there of them. */
  readonly interaction: readonly string[];
  readonly intent: { readonly identifier: string; readonly hasProfile: boolean } | undefined;
  /** "1.6", and what the metadata call it: "PDF/X-4". */
  readonly version: string;
  readonly standard: string;
  readonly saysTrapping: boolean;
  readonly hasId: boolean;
}

/** Reads a press PDF back. */
export async function readPress(bytes: Uint8Array): Promise<PressContents> {
  return describePress(await openPdf(bytes));
}

/** The same of one that is already open. */
export function describePress({ bytes, document, inspection }: OpenPdf): PressContents {
  const { context, catalog } = document;
  const { drawings, painted, pictures, refusals } = inspection;
  const metadata = catalog.lookup(PDFName.of('Metadata'));
  const info = context.lookup(context.trailerInfo.Info);
  return {
    first: firstNumber(document),
    pages: document.getPages().map(boxesOf),
    colours: [...drawings.values()]
      .flatMap(({ settings }) => [...settings.values()])
      .map(({ page, colour, uses }) => ({ page, colour, uses })),
    painted,
    pictures: pictures.map(({ page, dpi, stream, model }) => ({
      page,
      dpi,
      mostInk: model === 'cmyk' ? mostInkOf(stream) : 1,
    })),
    strangers: context.enumerateIndirectObjects().flatMap(([, object]) => strangersOf(object)),
    refusals,
    interaction: interactionOf(document),
    intent: intentOf(catalog),
    version: Buffer.from(bytes.subarray(5, 8)).toString('latin1'),
    standard:
      metadata instanceof PDFRawStream
        ? (/GTS_PDFXVersion>([^<]*)</.exec(Buffer.from(metadata.contents).toString('utf8'))?.[1] ?? '')
        : '',
    saysTrapping: info instanceof PDFDict && info.has(PDFName.of('Trapped')),
    hasId: context.trailerInfo.ID instanceof PDFArray,
  };
}

function boxesOf(page: PDFPage) {
  const boxOf = ({ x, y, width, height }: ReturnType<PDFPage['getMediaBox']>): Box => ({
    left: x,
    bottom: y,
    right: x + width,
    top: y + height,
  });
  return { media: boxOf(page.getMediaBox()), bleed: boxOf(page.getBleedBox()), trim: boxOf(page.getTrimBox()) };
}

function mostInkOf(stream: PDFRawStream): number {
  const inks = decodePDFRawStream(stream).decode();
  let most = 0;
  for (let i = 0; i + 3 < inks.length; i += 4) {
    most = Math.max(most, inks[i]! + inks[i + 1]! + inks[i + 2]! + inks[i + 3]!);
  }
  return most / 255;
}

function strangersOf(object: PDFObject): readonly string[] {
  const dict = object instanceof PDFRawStream ? object.dict : object instanceof PDFDict ? object : undefined;
  const group = dict?.lookup(PDFName.of('Group'));
  const blend = group instanceof PDFDict ? group.lookup(PDFName.of('CS')) : undefined;
  const isPicture = dict?.lookup(PDFName.of('Subtype')) === PDFName.of('Image') && !dict.has(PDFName.of('ImageMask'));
  return [
    isPicture && !['gray', 'cmyk'].includes(spaceOf(dict.lookup(PDFName.of('ColorSpace')))) ? ['image en RVB'] : [],
    blend && spaceOf(blend) !== 'cmyk' ? ['groupe de transparence en RVB'] : [],
  ].flat();
}

function interactionOf(document: PDFDocument): readonly string[] {
  const has = (dict: PDFDict, keys: readonly string[]) => keys.some((key) => dict.has(PDFName.of(key)));
  const { catalog } = document;
  return [
    has(catalog, ['StructTreeRoot']) ? ['balises'] : [],
    has(catalog, ['OpenAction', 'AA', 'Names']) ? ['scripts ou actions'] : [],
    has(catalog, ['AcroForm']) ? ['formulaire'] : [],
    document.getPages().some(({ node }) => has(node, ['Annots', 'AA'])) ? ['liens ou notes'] : [],
  ].flat();
}

function intentOf(catalog: PDFDict): PressContents['intent'] {
  const intents = catalog.lookup(PDFName.of('OutputIntents'));
  const intent = intents instanceof PDFArray && intents.size() > 0 ? intents.lookup(0) : undefined;
  if (!(intent instanceof PDFDict) || intent.lookup(PDFName.of('S')) !== PDFName.of('GTS_PDFX')) return undefined;
  const identifier = intent.lookup(PDFName.of('OutputConditionIdentifier'));
  const profile = intent.lookup(PDFName.of('DestOutputProfile'));
  const parts = profile instanceof PDFRawStream ? profile.dict.lookup(PDFName.of('N')) : undefined;
  return {
    identifier: identifier instanceof PDFString || identifier instanceof PDFHexString ? identifier.decodeText() : '',
    hasProfile: parts instanceof PDFNumber && parts.asNumber() === 4,
  };
}
