import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRef, PDFString } from 'pdf-lib';
import { textOf } from '../pdf-text.ts';
import { markArtifacts } from './mark-artifacts.ts';
import { SPOKEN_AS } from './tag-parts.ts';
import { isMark, isTag, type Kid, readTree, type Tag, writeTree } from './tree.ts';

/** Types that came with PDF 2.0, as a reader of today's PDF/UA understands them. */
export const ROLES = { Aside: 'Sect', Strong: 'Span', Em: 'Span', Title: 'P' } as const;

/** Elements that hold blocks: words standing in them alone are a paragraph. */
const GROUPS = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'Aside', 'BlockQuote']);
/** Elements within a line. */
const INLINE = new Set(['Span', 'Link', 'Strong', 'Em', 'Code', 'Quote', 'Reference', 'Lbl']);
/** Elements that mean something with nothing in them. */
const MAY_BE_EMPTY = new Set(['TD', 'TH']);

const name = (text: string) => PDFName.of(text);

/**
 * Makes what the browser tagged what the norm of accessible PDFs (PDF/UA-1, ISO 14289-1) wants it to be: no element without
 * a meaning, lists, notes, tables of contents (7.2, 7.6, 7.9), an alternative text on all that is called a figure (7.3),
 * links that say where they lead (7.18.5), read in the order of the text (7.18.3).
 */
export function mendStructure(document: PDFDocument): void {
  const root = readTree(document);
  if (!root) return;
  dropDecoration(document, root);
  const kids = mendKids(root);
  for (const tag of kids.filter(isTag)) {
    // The language of the document is that of its catalogue; the browser's own is not.
    tag.said.delete('Lang');
  }
  const mended = { ...root, kids };
  nameParts(mended);
  nameLinks(document);
  writeTree(document, mended, ROLES);
}

/** Pictures are drawn, and so are the marks of a list: all else that holds no word is there for the eye only. */
function dropDecoration(document: PDFDocument, root: Tag): void {
  const told = tagsIn(root)
    .filter((tag) => tag.type === 'Lbl' || (tag.type === 'Figure' && meaningOf(tag).type === 'Figure'))
    .flatMap(drawnIn)
    .filter(isMark);
  const byPage = Map.groupBy(told, ({ page }) => page);
  const isTold = new Map([...byPage].map(([page, marks]) => [page, new Set(marks.map(({ mark }) => mark))]));
  const silent = markArtifacts(document, (page, mark) => isTold.get(page)?.has(mark) ?? false);
  for (const tag of [root, ...tagsIn(root)]) {
    tag.kids = tag.kids.filter((kid) => !isMark(kid) || !silent.get(kid.page)?.has(kid.mark));
  }
}

function mendKids(tag: Tag): Kid[] {
  return tag.kids.flatMap((kid) => (isTag(kid) ? mend(kid) : [kid]));
}

/** What an element becomes: itself, its kids alone, or nothing. */
function mend(tag: Tag): Kid[] {
  const meant = meaningOf(tag);
  if (meant.type === 'Figure') return [{ ...meant, kids: drawnIn(meant) }];
  const kids = mendKids(meant);
  if (meant.type === 'NonStruct') return kids;
  if (kids.length === 0 && !MAY_BE_EMPTY.has(meant.type)) return [];
  return [{ ...meant, kids: arrange(meant.type, kids) }];
}

/** What was printed as a figure for its name is what its name says; a figure without one only groups. */
function meaningOf(tag: Tag): Tag {
  if (tag.type !== 'Figure') return tag;
  const alternative = textOf(tag.said.get('Alt'));
  if (alternative !== '' && !alternative.startsWith(SPOKEN_AS)) return tag;
  const said = new Map(tag.said);
  said.delete('Alt');
  const isPicture = alternative === '' && tag.kids.every(isMark);
  return { ...tag, said, type: isPicture ? 'Figure' : alternative.slice(SPOKEN_AS.length) || 'Div' };
}

/** A picture is told by its alternative text: what is drawn in it has no order of its own. */
function drawnIn(tag: Tag): Kid[] {
  return tag.kids.flatMap((kid) => (isTag(kid) ? drawnIn(kid) : [kid]));
}

function arrange(type: string, kids: Kid[]): Kid[] {
  if (GROUPS.has(type)) return wrapRuns(kids, (kid) => !isTag(kid) || INLINE.has(kid.type), 'P');
  if (type === 'TOC')
    return wrapRuns(kids, (kid) => !isTag(kid) || !['TOC', 'TOCI', 'Caption'].includes(kid.type), 'TOCI');
  if (type === 'L') return wrapItems(kids);
  return type === 'LI' ? arrangeItem(kids) : kids;
}

/** Labels and what they are of, one after the other, are items. */
function wrapItems(kids: readonly Kid[]): Kid[] {
  const items: Kid[] = [];
  let item: Tag | undefined;
  for (const kid of kids) {
    if (isTag(kid) && ['L', 'LI', 'Caption'].includes(kid.type)) {
      items.push(kid);
      item = undefined;
    } else {
      const isLabel = isTag(kid) && kid.type === 'Lbl';
      if (!item || (isLabel && item.kids.length > 0)) {
        item = newTag('LI', []);
        items.push(item);
      }
      item.kids.push(kid);
    }
  }
  return items.map((each) => (isTag(each) && each.type === 'LI' ? { ...each, kids: arrangeItem(each.kids) } : each));
}

/** The labels of an item, then one body. */
function arrangeItem(kids: readonly Kid[]): Kid[] {
  const isA = (type: string) => (kid: Kid) => isTag(kid) && kid.type === type;
  const labels = kids.filter(isA('Lbl'));
  const rest = kids
    .filter((kid) => !isA('Lbl')(kid))
    .flatMap((kid) => (isTag(kid) && kid.type === 'LBody' ? kid.kids : [kid]));
  return rest.length === 0 ? labels : [...labels, newTag('LBody', rest)];
}

function wrapRuns(kids: readonly Kid[], isLoose: (kid: Kid) => boolean, type: string): Kid[] {
  const wrapped: Kid[] = [];
  let run: Tag | undefined;
  for (const kid of kids) {
    if (!isLoose(kid)) {
      wrapped.push(kid);
      run = undefined;
      continue;
    }
    if (!run) {
      run = newTag(type, []);
      wrapped.push(run);
    }
    run.kids.push(kid);
  }
  return wrapped;
}

const newTag = (type: string, kids: Kid[]): Tag => ({ type, said: new Map(), kids });

/** Notes need a name of their own; those of a table's heads, which its cells repeat, bear the browser's day: all are counted. */
function nameParts(root: Tag): void {
  const heads = new Map<string, PDFObject>();
  let notes = 0;
  for (const tag of tagsIn(root)) {
    const id = tag.said.get('ID');
    if (tag.type === 'Note') tag.said.set('ID', PDFString.of(`note-${++notes}`));
    else if (id) {
      const named = PDFString.of(`tete-${heads.size + 1}`);
      heads.set(textOf(id), named);
      tag.said.set('ID', named);
    }
  }
  for (const tag of tagsIn(root)) renameHeads(tag.said.get('A'), heads);
}

function renameHeads(attributes: PDFObject | undefined, heads: ReadonlyMap<string, PDFObject>): void {
  if (attributes instanceof PDFArray) for (const each of attributes.asArray()) renameHeads(each, heads);
  const named = attributes instanceof PDFDict ? attributes.lookup(name('Headers')) : undefined;
  if (!(named instanceof PDFArray)) return;
  for (let i = 0; i < named.size(); i++) named.set(i, heads.get(textOf(named.get(i))) ?? named.get(i));
}

/** Every element under a root, in the order in which it is read. */
export function tagsIn(root: Tag): readonly Tag[] {
  return root.kids.filter(isTag).flatMap((tag) => [tag, ...tagsIn(tag)]);
}

/** Says where each link leads. */
function nameLinks(document: PDFDocument): void {
  const pages = document.getPages();
  const numbers = new Map(pages.map(({ ref }, i) => [ref, i + 1]));
  const places = document.catalog.lookupMaybe(name('Dests'), PDFDict);
  for (const { node } of pages) {
    const marks = node.lookupMaybe(name('Annots'), PDFArray);
    if (marks) node.set(name('Tabs'), name('S'));
    for (let i = 0; i < (marks?.size() ?? 0); i++) {
      const link = marks!.lookup(i, PDFDict);
      const address = textOf(link.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI')));
      const said = link.lookup(name('Dest'));
      const place = said instanceof PDFName ? places?.lookup(said) : said;
      const page = place instanceof PDFArray ? place.get(0) : undefined;
      const number = page instanceof PDFRef ? numbers.get(page) : undefined;
      const told = address || (number === undefined ? '' : `page ${number}`);
      if (told !== '') link.set(name('Contents'), PDFHexString.fromText(told));
    }
  }
}
