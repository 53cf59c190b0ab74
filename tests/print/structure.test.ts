import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/print/read-pdf.ts';
import { mendStructure, ROLES } from '../../src/print/structure/mend-structure.ts';
import { readStructure } from '../../src/print/structure/read-structure.ts';
import { SPOKEN_AS } from '../../src/print/structure/tag-parts.ts';
import { isMark, isTag, type Kid, readTree, type Tag, writeTree } from '../../src/print/structure/tree.ts';

/** An element: what it says of itself in the type's place, "Figure:Une carte." */
type Plant = readonly [type: string, ...kids: (Plant | number | 'lien')[]];

/** What is drawn under each number of the page: words, but a rule under 7 and a picture of lines under 8; then a folio outside all. */
const DRAWN = [
  ...[0, 1, 2, 3, 4, 5, 6].map((mark) => `/P <</MCID ${mark}>> BDC BT (mot) Tj ET EMC`),
  '/P <</MCID 7>> BDC 0 0 9 1 re f EMC',
  '/Figure <</MCID 8>> BDC 0 0 9 9 re f EMC',
  'BT (12) Tj ET',
].join('\n');

/** A page as a browser prints it: its drawing, one link, and the tree given. */
async function plant(tree: readonly Plant[], drawn = DRAWN): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const { context, catalog } = document;
  const page = document.addPage();
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(drawn)));
  const place = context.obj([page.ref, 'Fit']);
  const link = context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], Dest: place }));
  page.node.set(PDFName.of('Annots'), context.obj([link]));
  catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true);
  const grow = (kid: Plant | number | 'lien'): Kid => {
    if (kid === 'lien') return { page: page.ref, object: link };
    if (typeof kid === 'number') return { page: page.ref, mark: kid };
    const [said, ...kids] = kid;
    const [, type = '', alternative] = /^(\w*):?(.*)$/.exec(said)!;
    const own = new Map(alternative ? [['Alt', PDFHexString.fromText(alternative)]] : []);
    return { type, said: own, kids: kids.map(grow) };
  };
  writeTree(document, { type: '', said: new Map(), kids: tree.map(grow) }, {});
  return document;
}

const part = (type: string) => `Figure:${SPOKEN_AS}${type}`;

/** The tree as one line: "Document(P(0 1))". */
function outline({ type, kids }: Tag): string {
  const told = kids.map((kid) => (isTag(kid) ? outline(kid) : isMark(kid) ? String(kid.mark) : 'lien'));
  return `${type}(${told.join(' ')})`;
}

async function mended(tree: readonly Plant[]): Promise<PDFDocument> {
  const document = await plant(tree);
  mendStructure(document);
  return document;
}

const mend = async (...kids: readonly Plant[]) => {
  const tree = readTree(await mended([['Document', ...kids]]))!;
  return outline(tree.kids.filter(isTag)[0]!);
};

describe('les balises d’un PDF', () => {
  test.each<[string, Plant, string]>([
    ['ce qui ne dit rien disparaît', ['NonStruct', ['P', ['NonStruct', 0], ['NonStruct', 1]]], 'Document(P(0 1))'],
    [
      'des mots et leur sens font une liste',
      [part('L'), [part('Lbl'), 0], [part('LBody'), ['P', 1]], [part('Lbl'), 2], [part('LBody'), 3]],
      'Document(L(LI(Lbl(0) LBody(P(1))) LI(Lbl(2) LBody(3))))',
    ],
    [
      'le corps d’un élément est un',
      ['L', ['LI', ['Lbl', 0], 1, ['Link', 2]]],
      'Document(L(LI(Lbl(0) LBody(1 Link(2)))))',
    ],
    [
      'une note a son numéro',
      ['Art', [part('Note'), [part('Lbl'), 0], ['NonStruct', 1]]],
      'Document(Art(Note(Lbl(0) 1)))',
    ],
    ['un sommaire est fait d’entrées', [part('TOC'), [part('TOCI'), ['Link', 0]]], 'Document(TOC(TOCI(Link(0))))'],
    [
      'une image est dite par son texte : ce qui y est dessiné n’a pas d’ordre',
      ['Figure', ['H4', 0], ['Figure:Une carte.', ['NonStruct', ['Div', 1, 8]]]],
      'Document(Div(H4(0) Figure(1 8)))',
    ],
    [
      'un mot seul dans un bloc est un paragraphe',
      ['Art', ['P', 0], ['NonStruct', 1], ['Link', 2]],
      'Document(Art(P(0) P(1 Link(2))))',
    ],
    ['un trait sous un mot n’est pas dit', ['Art', ['P', 0, 7], ['P', 7]], 'Document(Art(P(0)))'],
  ])('%s', async (_, tree, told) => {
    expect(await mend(tree)).toBe(told);
  });

  test('ce qui n’est là que pour l’œil est marqué comme décor', async () => {
    const document = await mended([['Document', ['P', 0, 7], ['Figure:Une carte.', 8]]]);
    const contents = document.getPage(0).node.Contents() as PDFRawStream;
    const lines = Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1');
    expect(lines).toContain('/Artifact BMC 0 0 9 1 re f EMC');
    expect(lines).toContain('/Figure <</MCID 8>> BDC 0 0 9 9 re f EMC');
    expect(lines).toContain('/Artifact BMC\nBT (12) Tj ET\nEMC');
  });

  test('un lien dit où il mène', async () => {
    const document = await mended([['Document', ['P', ['Link', 0, 'lien']]]]);
    expect(document.getPage(0).node.Annots()!.lookup(0, PDFDict).lookup(PDFName.of('Contents'))).toEqual(
      PDFHexString.fromText('page 1'),
    );
  });
});

/** A page that holds one of everything, all of it right. */
const SOUND: Plant = [
  'Document',
  ['H1', 0],
  ['H2', 1],
  ['P', ['Link', 2, 'lien']],
  ['L', ['LI', ['LBody', 3]]],
  [part('Note'), 4],
  ['Figure:Une carte.', 8],
  ['Table', ['TR', ['TH', 5]], ['TR', ['TD', 6]]],
];

/** The mended tree with a scope on its heads, changed, and written again. */
async function faultsOf(
  change: (tags: ReadonlyMap<string, Tag>, document: PDFDocument) => void,
): Promise<readonly string[]> {
  const document = await mended([SOUND]);
  const root = readTree(document)!;
  const tags = new Map<string, Tag>();
  const note = (tag: Tag) => {
    tags.set(tag.type, tag);
    for (const kid of tag.kids.filter(isTag)) note(kid);
  };
  note(root);
  tags.get('TH')!.said.set('A', document.context.obj({ O: 'Table', Scope: 'Column' }));
  change(tags, document);
  writeTree(document, root, ROLES);
  return readStructure(document).faults;
}

const link = (document: PDFDocument) => document.getPage(0).node.Annots()!.lookup(0, PDFDict);

describe('la structure d’un PDF se juge règle par règle', () => {
  test('une page où tout est juste', async () => {
    expect(await faultsOf(() => undefined)).toEqual([]);
  });

  test.each<[string, (tags: ReadonlyMap<string, Tag>, document: PDFDocument) => void, string]>([
    [
      'une balise inconnue',
      (tags) => (tags.get('P')!.type = 'Machin'),
      'page 1 : balise « Machin » qui ne dit rien de ce qu’elle tient',
    ],
    [
      'une balise vide de sens',
      (tags) => (tags.get('P')!.type = 'NonStruct'),
      'page 1 : balise « NonStruct » qui ne dit rien de ce qu’elle tient',
    ],
    [
      'un titre sauté',
      (tags) => (tags.get('H2')!.type = 'H3'),
      'page 1 : un titre de niveau 3 suit un titre de niveau 1',
    ],
    ['un premier titre trop bas', (tags) => (tags.get('H1')!.type = 'H2'), 'page 1 : le premier titre est de niveau 2'],
    ['une image muette', (tags) => tags.get('Figure')!.said.delete('Alt'), 'page 1 : image sans texte de remplacement'],
    [
      'une case d’en-tête sans portée',
      (tags) => tags.get('TH')!.said.delete('A'),
      'page 1 : case d’en-tête sans portée',
    ],
    ['un tableau sans en-tête', (tags) => (tags.get('TH')!.type = 'TD'), 'page 1 : tableau sans case d’en-tête'],
    ['une note sans nom', (tags) => tags.get('Note')!.said.delete('ID'), 'page 1 : note sans nom'],
    [
      'un lien muet',
      (_, document) => link(document).delete(PDFName.of('Contents')),
      'page 1 : lien qui ne dit pas où il mène',
    ],
    ['un lien hors de sa balise', (tags) => (tags.get('Link')!.type = 'Span'), 'page 1 : lien sans balise'],
    [
      'des liens en désordre',
      (_, document) => document.getPage(0).node.delete(PDFName.of('Tabs')),
      'page 1 : liens dans un autre ordre que le texte',
    ],
    [
      'une autre langue',
      (tags) => tags.get('Document')!.said.set('Lang', PDFString.of('en-US')),
      'tout est dit en « en-US »',
    ],
    [
      'le nom du fichier pour titre',
      (_, { catalog }) => catalog.delete(PDFName.of('ViewerPreferences')),
      'le nom du fichier s’affiche à la place du titre',
    ],
  ])('%s', async (_, change, fault) => {
    expect(await faultsOf(change)).toEqual([fault]);
  });

  test('un élément de liste hors d’une liste : chaque place fausse est dite', async () => {
    expect(await faultsOf((tags) => (tags.get('L')!.type = 'Div'))).toEqual(['page 1 : balise « LI » dans « Div »']);
    expect(await faultsOf((tags) => (tags.get('LBody')!.type = 'P'))).toEqual(['page 1 : balise « P » dans « LI »']);
  });

  test('un dessin ni balisé, ni marqué comme décor', async () => {
    // A rule is marked as decoration: its number is no longer in the tree.
    const told = DRAWN.replace(/.*MCID 7.*/, '');
    const faults = await faultsOf((_, { context }) => {
      for (const [ref, object] of context.enumerateIndirectObjects()) {
        if (object instanceof PDFRawStream && ref instanceof PDFRef) context.assign(ref, context.flateStream(told));
      }
    });
    expect(faults).toEqual(['page 1 : dessin ni balisé, ni marqué comme décor']);
  });

  test('un mot que la page numérote, et qu’aucune balise ne tient', async () => {
    const faults = await faultsOf((tags) => tags.get('H1')!.kids.splice(0));
    expect(faults).toEqual(['page 1 : dessin numéroté que l’arbre des balises ne tient pas']);
  });

  test('un PDF qui se dit balisé sans l’être : il ne l’est pas', async () => {
    const document = await plant([['Document', ['P', 0]]], '/P <</MCID 0>> BDC 0 0 9 9 re f EMC');
    document.catalog.set(PDFName.of('MarkInfo'), document.context.obj({ Marked: true }));
    expect((await readPdf(await document.save())).tagged).toBe(true);
    document.catalog.delete(PDFName.of('StructTreeRoot'));
    expect(await readPdf(await document.save())).toMatchObject({ tagged: false, structure: { counts: new Map() } });
  });
});
