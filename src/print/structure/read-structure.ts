import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from 'pdf-lib';
import { textOf } from '../pdf-text.ts';
import { tokenize } from '../press/tokenize.ts';
import { markIn, PAINTS, readRuns } from './mark-artifacts.ts';
import { tagsIn } from './mend-structure.ts';
import { isMark, isTag, type Kid, readTree, type Tag } from './tree.ts';

/** What is read aloud of a PDF, as its own tags say. */
export interface Structure {
  /** How many elements there are of each type. */
  readonly counts: ReadonlyMap<string, number>;
  /** What breaks a rule of PDF/UA-1 that a program can judge: a French sentence each, its page first where it has one. */
  readonly faults: readonly string[];
}

/** Types of ISO 32000-1, 14.8.4. NonStruct is one, and says of nothing what it is: none is allowed here. */
const STANDARD = new Set(
  [
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD',
    'THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu RB RT RP WT WP Figure Formula Form',
  ].flatMap((types) => types.split(' ')),
);

/** What an element may hold, and in what it must stand. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
};
const STANDS_IN: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
};

const name = (text: string) => PDFName.of(text);

/** Reads what a PDF says to who listens to it, and what is wrong with it by PDF/UA-1 (ISO 14289-1); clauses stand at each rule. */
export function readStructure(document: PDFDocument): Structure {
  const root = readTree(document);
  if (!root) return { counts: new Map(), faults: [] };
  const numbers = new Map(document.getPages().map(({ ref }, i) => [ref, i + 1]));
  const tags = tagsIn(root);
  const counts = new Map([...Map.groupBy(tags, ({ type }) => type)].map(([type, found]) => [type, found.length]));
  const said = (tag: Tag, what: string) => tell(numbers.get(pageOf(tag)!), what);
  return {
    counts,
    faults: [
      ...checkDocument(document, root),
      ...checkTypes(document, tags, said),
      ...checkNesting(root, said),
      ...checkHeadings(tags, said),
      ...tags.flatMap((tag) => checkOne(tag, said)),
      ...checkNotes(tags, said),
      ...checkLinks(document, tags),
      ...checkDrawings(document, tags),
    ],
  };
}

type Say = (tag: Tag, what: string) => string;

const tell = (page: number | undefined, what: string) => (page === undefined ? what : `page ${page} : ${what}`);

/** The page of the first thing that an element holds. */
function pageOf(tag: Tag): PDFRef | undefined {
  const pages = (kid: Kid): PDFRef | undefined => (isTag(kid) ? firstOf(kid.kids, pages) : kid.page);
  return firstOf(tag.kids, pages);
}

function firstOf<Value>(kids: readonly Kid[], find: (kid: Kid) => Value | undefined): Value | undefined {
  for (const kid of kids) {
    const found = find(kid);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** 7.1: a title to show in the place of the file's name. 7.2: one language for all. */
function checkDocument({ catalog }: PDFDocument, root: Tag): readonly string[] {
  const preferences = catalog.lookupMaybe(name('ViewerPreferences'), PDFDict);
  const foreign = root.kids.filter(isTag).flatMap(({ said }) => textOf(said.get('Lang')) || []);
  return [
    preferences?.lookup(name('DisplayDocTitle')) === PDFBool.True
      ? []
      : ['le nom du fichier s’affiche à la place du titre'],
    foreign.filter((language) => language !== 'fr').map((language) => `tout est dit en « ${language} »`),
  ].flat();
}

/** 7.1: each type is of the norm, or stands for one that is. */
function checkTypes({ catalog }: PDFDocument, tags: readonly Tag[], say: Say): readonly string[] {
  const roles = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)?.lookupMaybe(name('RoleMap'), PDFDict);
  const meant = (type: string) => {
    const role = roles?.get(name(type));
    return role instanceof PDFName ? role.decodeText() : type;
  };
  return tags
    .filter(({ type }) => !STANDARD.has(meant(type)))
    .map((tag) => say(tag, `balise « ${tag.type} » qui ne dit rien de ce qu’elle tient`));
}

/** 7.2, 7.5, 7.6: lists, tables and contents are made of their own parts, and of nothing else. */
function checkNesting(tag: Tag, say: Say): readonly string[] {
  return tag.kids.filter(isTag).flatMap((kid) => {
    const isHeld = HOLDS[tag.type]?.includes(kid.type) ?? true;
    const isIn = STANDS_IN[kid.type]?.includes(tag.type) ?? true;
    const wrong = say(kid, `balise « ${kid.type} » dans « ${tag.type || 'le document'} »`);
    return [...(isHeld && isIn ? [] : [wrong]), ...checkNesting(kid, say)];
  });
}

/** 7.4.2: the first is of the first level, and none skips a level on the way down. */
function checkHeadings(tags: readonly Tag[], say: Say): readonly string[] {
  const headings = tags.filter(({ type }) => /^H[1-6]$/.test(type));
  const levels = [0, ...headings.map(({ type }) => Number(type[1]))];
  return headings.flatMap((tag, i) =>
    levels[i + 1]! - levels[i]! > 1
      ? [
          say(
            tag,
            i === 0
              ? `le premier titre est de niveau ${levels[1]}`
              : `un titre de niveau ${levels[i + 1]} suit un titre de niveau ${levels[i]}`,
          ),
        ]
      : [],
  );
}

/** 7.3: a figure has an alternative text. 7.5: a table has heads, which say whether they head a row or a column. */
function checkOne(tag: Tag, say: Say): readonly string[] {
  const { type, said } = tag;
  if (type === 'Figure') {
    return textOf(said.get('Alt')) || textOf(said.get('ActualText'))
      ? []
      : [say(tag, 'image sans texte de remplacement')];
  }
  if (type === 'TH') return scopesOf(said.get('A')).length > 0 ? [] : [say(tag, 'case d’en-tête sans portée')];
  if (type !== 'Table') return [];
  return tagsIn(tag).some((cell) => cell.type === 'TH') ? [] : [say(tag, 'tableau sans case d’en-tête')];
}

function scopesOf(attributes: PDFObject | undefined): readonly PDFObject[] {
  if (attributes instanceof PDFArray) return attributes.asArray().flatMap(scopesOf);
  const scope = attributes instanceof PDFDict ? attributes.get(name('Scope')) : undefined;
  return scope ? [scope] : [];
}

/** 7.9: each note has a name, and no other bears it. */
function checkNotes(tags: readonly Tag[], say: Say): readonly string[] {
  const known = new Set<string>();
  return tags
    .filter(({ type }) => type === 'Note')
    .flatMap((tag) => {
      const id = textOf(tag.said.get('ID'));
      const isNew = !known.has(id);
      known.add(id);
      if (id === '') return [say(tag, 'note sans nom')];
      return isNew ? [] : [say(tag, `deux notes ont le nom « ${id} »`)];
    });
}

/** 7.18.5: a link stands in an element that is one, and says where it leads. 7.18.3: links come in the order of the text. */
function checkLinks(document: PDFDocument, tags: readonly Tag[]): readonly string[] {
  const tagged = new Set(
    tags
      .filter(({ type }) => type === 'Link')
      .flatMap(({ kids }) => kids.flatMap((kid) => (isTag(kid) || isMark(kid) ? [] : [kid.object]))),
  );
  return document.getPages().flatMap(({ node }, i) => {
    const marks = node.lookupMaybe(name('Annots'), PDFArray);
    if (!marks || marks.size() === 0) return [];
    const links = marks.asArray().map((ref, k) => ({ ref, link: marks.lookup(k, PDFDict) }));
    return [
      node.get(name('Tabs')) === name('S') ? [] : [tell(i + 1, 'liens dans un autre ordre que le texte')],
      links.flatMap(({ ref, link }) => [
        ...(tagged.has(ref as PDFRef) ? [] : [tell(i + 1, 'lien sans balise')]),
        ...(textOf(link.lookup(name('Contents'))) ? [] : [tell(i + 1, 'lien qui ne dit pas où il mène')]),
      ]),
    ].flat();
  });
}

/** 7.1: whatever is drawn is tagged, by an element of the tree, or marked as there for the eye only. */
function checkDrawings(document: PDFDocument, tags: readonly Tag[]): readonly string[] {
  const held = Map.groupBy(
    tags.flatMap(({ kids }) => kids.filter(isMark)),
    ({ page }) => page,
  );
  return document.getPages().flatMap(({ node, ref }, i) => {
    const contents = node.Contents();
    if (!(contents instanceof PDFRawStream)) return [];
    const bytes = decodePDFRawStream(contents).decode();
    const painted = readRuns(tokenize(bytes)).filter(({ operators }) => operators.some((each) => PAINTS.has(each)));
    const marks = new Set(held.get(ref)?.map(({ mark }) => mark));
    const isLost = (mark: number | undefined) => mark !== undefined && !marks.has(mark);
    return [
      painted.some(({ opening }) => !opening) ? [tell(i + 1, 'dessin ni balisé, ni marqué comme décor')] : [],
      painted.some(({ opening }) => opening && isLost(markIn(bytes, opening)))
        ? [tell(i + 1, 'dessin numéroté que l’arbre des balises ne tient pas')]
        : [],
    ].flat();
  });
}
