import { type PDFContext, PDFDocument, PDFName, type PDFObject, StandardFonts } from 'pdf-lib';

/** The paper of these books, in points. */
export const LEAF = { width: 200, height: 300 };

/** The margins of their pages. */
export const MARGINS = { top: 40, bottom: 40 };

/** A page of a few words, with its folio beside the tags, as the browser prints one. */
export function pageOf(text: string, { folio = '', x = 50, y = 150, more = '' } = {}): string {
  const write = (words: string, left: number, up: number) => `BT /F1 10 Tf 1 0 0 1 ${left} ${up} Tm (${words}) Tj ET`;
  return [`/P <</MCID 0>> BDC ${write(text, x, y)} EMC`, more, `/Artifact BMC ${write(folio, 180, 20)} EMC`].join('\n');
}

/** How a book is made otherwise without looking otherwise. */
interface Otherwise {
  /** So many objects come first: the numbers of all others change. */
  readonly shift?: number;
  /** Before the name of its font. */
  readonly subset?: string;
  /** Pictures that its pages may show. */
  readonly pictures?: (context: PDFContext) => Record<string, PDFObject>;
}

/** A tagged book of these pages, each a drawing. */
export async function bookOf(drawings: readonly string[], otherwise: Otherwise = {}): Promise<Uint8Array> {
  const { shift = 0, subset = 'AAAAAA+', pictures = () => ({}) } = otherwise;
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context, catalog } = document;
  for (let i = 0; i < shift; i++) context.register(context.obj([]));
  const font = context.register(
    context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: `${subset}${StandardFonts.Helvetica}` }),
  );
  const resources = context.obj({ Font: { F1: font }, XObject: pictures(context) });
  const [root, top] = [context.nextRef(), context.nextRef()];
  const tags: PDFObject[] = [];
  const parents: PDFObject[] = [];
  for (const [i, drawing] of drawings.entries()) {
    const page = document.addPage([LEAF.width, LEAF.height]);
    page.node.set(PDFName.of('Contents'), context.register(context.stream(drawing)));
    page.node.set(PDFName.of('Resources'), resources);
    page.node.set(PDFName.of('StructParents'), context.obj(i));
    const tag = context.register(context.obj({ Type: 'StructElem', S: 'P', P: top, Pg: page.ref, K: 0 }));
    tags.push(tag);
    parents.push(context.obj(i), context.obj([tag]));
  }
  context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: tags }));
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: { Nums: parents } }));
  catalog.set(PDFName.of('StructTreeRoot'), root);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  return document.save({ addDefaultPage: false });
}
