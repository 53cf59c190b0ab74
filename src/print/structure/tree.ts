import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
} from 'pdf-lib';

/** An element of what is read aloud: what it is, what it says of itself, what it holds. */
export interface Tag {
  type: string;
  /** Whatever else its dictionary says: alternative text, attributes, name, language. */
  readonly said: Map<string, PDFObject>;
  kids: Kid[];
}

/** What an element holds: other elements, drawings of a page by their number, links. */
export type Kid = Tag | Mark | Held;

/** Something drawn on a page, by the number that the drawing gives it. */
export interface Mark {
  readonly page: PDFRef;
  readonly mark: number;
}

/** A link, which lies over a page. */
export interface Held {
  readonly page: PDFRef;
  readonly object: PDFRef;
}

/** True for an element, which holds others. */
export const isTag = (kid: Kid): kid is Tag => 'type' in kid;
/** True for something drawn. */
export const isMark = (kid: Kid): kid is Mark => 'mark' in kid;

const name = (text: string) => PDFName.of(text);
/** What the tree itself says of an element; all else it says is its own. */
const OF_THE_TREE = new Set(['Type', 'S', 'P', 'Pg', 'K']);

/** The root of what is read aloud; nothing where the document is not tagged. */
export function readTree(document: PDFDocument): Tag | undefined {
  const { context } = document;
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  if (!root) return undefined;
  const kidsOf = (held: PDFObject | undefined, page: PDFRef | undefined): Kid[] => {
    const kid = held instanceof PDFRef ? context.lookup(held) : held;
    if (kid instanceof PDFArray) return kid.asArray().flatMap((each) => kidsOf(each, page));
    if (kid instanceof PDFNumber) return page ? [{ page, mark: kid.asNumber() }] : [];
    if (!(kid instanceof PDFDict)) return [];
    const [own, mark, object] = [kid.get(name('Pg')), kid.get(name('MCID')), kid.get(name('Obj'))];
    const stands = own instanceof PDFRef ? own : page;
    if (kid.has(name('S'))) return [readTag(kid, stands)];
    if (stands && mark instanceof PDFNumber) return [{ page: stands, mark: mark.asNumber() }];
    return stands && object instanceof PDFRef ? [{ page: stands, object }] : [];
  };
  const readTag = (dictionary: PDFDict, page: PDFRef | undefined): Tag => ({
    type: dictionary.lookup(name('S'), PDFName).decodeText(),
    said: new Map(
      dictionary
        .entries()
        .map(([key, value]) => [key.decodeText(), value] as const)
        .filter(([key]) => !OF_THE_TREE.has(key)),
    ),
    kids: kidsOf(dictionary.get(name('K')), page),
  });
  return { type: '', said: new Map(), kids: kidsOf(root.get(name('K')), undefined) };
}

/** Puts a tree in the place of the document's own, and drops the old one's objects; types that the norm does not know stand for what `roles` says. */
export function writeTree(document: PDFDocument, root: Tag, roles: Readonly<Record<string, string>>): void {
  const { context, catalog } = document;
  dropTree(document);
  const at = context.nextRef();
  const drawn = new Map<PDFRef, Map<number, PDFRef>>();
  const links = new Map<PDFRef, PDFRef>();
  const ids = new Map<string, { readonly id: PDFObject; readonly ref: PDFRef }>();

  const write = (tag: Tag, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    const page = tag.kids.find(isMark)?.page;
    const dictionary = context.obj({ Type: 'StructElem', S: tag.type, P: parent });
    if (page) dictionary.set(name('Pg'), page);
    for (const [key, value] of tag.said) dictionary.set(name(key), value);
    const id = tag.said.get('ID');
    if (id) ids.set(String(id), { id, ref });
    const kids = tag.kids.map((kid) => {
      if (isTag(kid)) return write(kid, ref);
      if (!isMark(kid)) {
        links.set(kid.object, ref);
        return context.obj({ Type: 'OBJR', Obj: kid.object, Pg: kid.page });
      }
      const marks = drawn.get(kid.page) ?? new Map<number, PDFRef>();
      drawn.set(kid.page, marks.set(kid.mark, ref));
      return kid.page === page
        ? PDFNumber.of(kid.mark)
        : context.obj({ Type: 'MCR', Pg: kid.page, MCID: PDFNumber.of(kid.mark) });
    });
    dictionary.set(name('K'), kids.length === 1 ? kids[0]! : context.obj(kids));
    context.assign(ref, dictionary);
    return ref;
  };

  const tops = root.kids.filter(isTag).map((tag) => write(tag, at));
  const { numbers, next } = parentsOf(document.getPages(), context, drawn, links);
  const written = context.obj({ Type: 'StructTreeRoot', ParentTreeNextKey: next });
  written.set(name('K'), context.obj(tops));
  written.set(name('ParentTree'), context.register(context.obj({ Nums: numbers })));
  written.set(name('RoleMap'), context.obj({ ...roles }));
  if (ids.size > 0) {
    const sorted = [...ids].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, { id, ref }]) => [id, ref]);
    written.set(name('IDTree'), context.register(context.obj({ Names: sorted })));
  }
  context.assign(at, written);
  catalog.set(name('StructTreeRoot'), at);
}

/** From what is drawn back to the element that holds it, page by page, then link by link. */
function parentsOf(
  pages: readonly PDFPage[],
  context: PDFContext,
  drawn: ReadonlyMap<PDFRef, ReadonlyMap<number, PDFRef>>,
  links: ReadonlyMap<PDFRef, PDFRef>,
) {
  const numbers: PDFObject[] = [];
  let next = 0;
  const add = (value: PDFObject) => {
    numbers.push(PDFNumber.of(next), value);
    return PDFNumber.of(next++);
  };
  for (const { node, ref } of pages) {
    const marks = drawn.get(ref);
    if (!marks) {
      node.delete(name('StructParents'));
      continue;
    }
    const owners = Array.from({ length: Math.max(...marks.keys()) + 1 }, (_, mark) => marks.get(mark) ?? null);
    node.set(name('StructParents'), add(context.register(context.obj(owners))));
  }
  for (const [object, ref] of links) context.lookup(object, PDFDict).set(name('StructParent'), add(ref));
  return { numbers: context.obj(numbers), next };
}

function dropTree({ context, catalog }: PDFDocument): void {
  const drop = (object: PDFObject | undefined): void => {
    if (object instanceof PDFRef) {
      const found = context.lookup(object);
      if (!found) return;
      context.delete(object);
      drop(found);
    } else if (object instanceof PDFArray) for (const each of object.asArray()) drop(each);
    else if (object instanceof PDFDict) {
      const isElement = object.has(name('S')) || object.get(name('Type')) === name('StructTreeRoot');
      for (const [key, value] of object.entries()) {
        const path = key.decodeText();
        // What an element says of itself is kept, and is no object of its own.
        if (!isElement || ['K', 'ParentTree', 'IDTree'].includes(path))
          if (!['Pg', 'Obj', 'P'].includes(path)) drop(value);
      }
    }
  };
  drop(catalog.get(name('StructTreeRoot')));
}
