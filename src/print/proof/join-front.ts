import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectCopier,
  PDFPage,
  type PDFPageLeaf,
  PDFRef,
} from 'pdf-lib';

const name = (text: string) => PDFName.of(text);

/**
 * Puts the pages of a tagged PDF before those of another, with their tags: they are read first, as a part of their own.
 * Bookmarks and links of the book lead where they led.
 */
export function joinFront(book: PDFDocument, front: PDFDocument): void {
  const copier = PDFObjectCopier.for(front.context, book.context);
  const leaves = front.getPages().map(({ ref }) => {
    const copied = copier.copy(ref);
    return { ref: copied, leaf: book.context.lookup(copied) as PDFPageLeaf };
  });
  for (const [i, { ref, leaf }] of leaves.entries()) book.insertPage(i, PDFPage.of(leaf, ref, book));
  const place = front.catalog.get(name('StructTreeRoot'));
  const root = book.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  if (!(place instanceof PDFRef) || !root) return;
  const copied = copier.copy(place);
  const tags = book.context.lookup(copied, PDFDict);
  adoptMarks(
    root,
    tags,
    leaves.map(({ leaf }) => leaf),
  );
  adoptTags(book, root, tags);
  book.context.delete(copied);
}

/** What each page's marks belong to, under numbers that the book does not use. */
function adoptMarks(root: PDFDict, tags: PDFDict, pages: readonly PDFDict[]): void {
  const own = entriesOf(root.lookupMaybe(name('ParentTree'), PDFDict));
  const next = 1 + Math.max(-1, ...own.map(([key]) => key));
  const theirs = entriesOf(tags.lookupMaybe(name('ParentTree'), PDFDict));
  const { context } = root;
  const all = [...own, ...theirs.map(([key, value]) => [key + next, value] as const)].toSorted(([a], [b]) => a - b);
  const tree = context.obj({});
  tree.set(name('Nums'), context.obj(all.flatMap(([key, value]) => [PDFNumber.of(key), value])));
  root.set(name('ParentTree'), context.register(tree));
  root.set(name('ParentTreeNextKey'), PDFNumber.of(1 + Math.max(-1, ...all.map(([key]) => key))));
  for (const page of pages) {
    const key = page.lookupMaybe(name('StructParents'), PDFNumber);
    if (key) page.set(name('StructParents'), PDFNumber.of(key.asNumber() + next));
  }
}

/** A tree of numbers may be in branches. */
function entriesOf(tree: PDFDict | undefined): (readonly [number, PDFObject])[] {
  const pairs = tree?.lookupMaybe(name('Nums'), PDFArray);
  const branches = tree?.lookupMaybe(name('Kids'), PDFArray);
  return [
    ...Array.from(
      { length: (pairs?.size() ?? 0) / 2 },
      (_, i) => [pairs!.lookup(2 * i, PDFNumber).asNumber(), pairs!.get(2 * i + 1)] as const,
    ),
    ...Array.from({ length: branches?.size() ?? 0 }, (_, i) => entriesOf(branches!.lookup(i, PDFDict))).flat(),
  ];
}

/** The document of the front becomes the first part of the book's. */
function adoptTags(book: PDFDocument, root: PDFDict, tags: PDFDict): void {
  const [place] = kidsOf(root);
  const document = place instanceof PDFRef ? book.context.lookup(place, PDFDict) : undefined;
  if (!(place instanceof PDFRef) || !document) return;
  const parts = kidsOf(tags);
  for (const part of parts) {
    const tag = part instanceof PDFRef ? book.context.lookup(part, PDFDict) : undefined;
    tag?.set(name('S'), name('Sect'));
    tag?.set(name('P'), place);
  }
  document.set(name('K'), book.context.obj([...parts, ...kidsOf(document)]));
}

function kidsOf(tag: PDFDict): readonly PDFObject[] {
  const kids = tag.get(name('K'));
  const list = tag.lookup(name('K'));
  return list instanceof PDFArray ? list.asArray() : kids ? [kids] : [];
}
