import { slugOfChapter } from '../chapter-slug.ts';
import type { MdxNode } from '../mdx.ts';
import { wordsIn } from '../mdx.ts';
import type { WrittenText } from '../read-texts.ts';
import { isNote, type Piece, readChapter, type Section } from './read-chapter.ts';

/** Something that stands in a chapter, with the line where it was written. */
interface Placed {
  readonly chapter: string;
  readonly line: number;
}

/** A figure in the order of the book: the same number on the web and on paper. */
export interface BookFigure extends Placed {
  readonly id: string;
  readonly number: number;
}

/** A footnote; numbered by chapter. */
export interface BookNote extends Placed {
  /** The name that a reference may use; most notes have none. */
  readonly id?: string;
  readonly number: number;
  /** Its words, without its links. */
  readonly text: string;
}

/** A photograph, named in its tag or in that of an opening or a portrait. */
export interface BookPhoto extends Placed {
  /** Name of a file in the edition's folder `photos/`. */
  readonly file: string;
  readonly alt: string;
  readonly credit: string;
  readonly caption?: string;
}

/** A word that the glossary defines. */
export interface BookTerm extends Placed {
  readonly id: string;
  readonly term: string;
}

/** A chapter, and all it holds. */
export interface BookChapter {
  /** Path inside the content folder, without ending: "editions/2025/01-fives-cail". */
  readonly name: string;
  /** Its part of the address: "fives-cail". */
  readonly slug: string;
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly description: string;
  /** Left out of what is published. */
  readonly draft: boolean;
  readonly sections: readonly Section[];
  readonly pieces: readonly Piece[];
  readonly tree: MdxNode | undefined;
}

/** Where a reference leads: the words that say it, the chapter, and the anchor in the chapter's page. */
export interface Target {
  readonly label: string;
  readonly chapter: string;
  readonly anchor: string;
}

/** What a `<Renvoi>` may name. */
export const REFERENCES = ['figure', 'chapitre', 'note'] as const;

/** One of the kinds of thing that a reference leads to. */
export type ReferenceKind = (typeof REFERENCES)[number];

/** A yearly book, bound: its chapters in order and all that is numbered or referred to in it. The web and print read it. */
export interface Book {
  readonly annee: string;
  readonly chapters: readonly BookChapter[];
  readonly figures: readonly BookFigure[];
  readonly notes: readonly BookNote[];
  readonly photos: readonly BookPhoto[];
  readonly terms: readonly BookTerm[];
}

/**
 * Binds the chapters of an edition, in the order of their names. Drafts among them are left out unless they are asked for:
 * a figure's number counts what is published. Figures are numbered through the book, notes by chapter.
 */
export function bindBook(annee: string, texts: readonly WrittenText[], options: { readonly drafts: boolean }): Book {
  const chapters = texts
    .filter(({ name }) => name.startsWith(`editions/${annee}/`))
    .filter(({ frontmatter }) => options.drafts || frontmatter.brouillon !== true)
    .map((text, index) => bindChapter(text, index + 1));
  const all = chapters.flatMap(({ slug, pieces }) => pieces.map((piece) => ({ ...piece, chapter: slug })));
  return {
    annee,
    chapters,
    figures: all
      .filter(({ name, attributes }) => name === 'Figure' && attributes.id !== undefined)
      .map(({ attributes, chapter, line }, index) => ({ id: attributes.id!, number: index + 1, chapter, line })),
    notes: chapters.flatMap(({ slug, pieces }) =>
      pieces.filter(isNote).map(({ attributes: { id }, node, line }, index) => ({
        ...(id === undefined ? {} : { id }),
        number: index + 1,
        text: wordsIn(node),
        chapter: slug,
        line,
      })),
    ),
    photos: all.flatMap((piece) => photosOf(piece)),
    terms: all
      .filter(({ name }) => name === 'Definition')
      .map(({ attributes: { id = '', terme = '' }, chapter, line }) => ({ id, term: terme, chapter, line })),
  };
}

function bindChapter({ name, frontmatter, tree }: WrittenText, number: number): BookChapter {
  const { title = '', description = '', brouillon } = frontmatter;
  return {
    name,
    slug: slugOfChapter(name),
    number,
    title: String(title),
    description: String(description),
    draft: brouillon === true,
    ...(tree ? readChapter(tree) : { pieces: [], sections: [] }),
    tree,
  };
}

function photosOf({ attributes, name, chapter, line }: Piece & Placed): readonly BookPhoto[] {
  const { fichier, photo, alt = '', credit = '', legende } = attributes;
  const file = name === 'Photo' ? fichier : photo;
  return file === undefined ? [] : [{ file, alt, credit, ...(legende ? { caption: legende } : {}), chapter, line }];
}

/** What a reference leads to; undefined where nothing of the book bears that name. */
export function findTarget(book: Book, kind: ReferenceKind, name: string): Target | undefined {
  if (kind === 'figure') {
    const figure = book.figures.find(({ id }) => id === name);
    return figure && { label: `figure ${figure.number}`, chapter: figure.chapter, anchor: figure.id };
  }
  if (kind === 'chapitre') {
    const chapter = book.chapters.find(({ slug }) => slug === name);
    return (
      chapter && { label: `chapitre ${chapter.number}`, chapter: chapter.slug, anchor: anchorOfChapter(chapter.slug) }
    );
  }
  const note = book.notes.find(({ id }) => id === name);
  return (
    note && {
      label: `note ${note.number}`,
      chapter: note.chapter,
      anchor: anchorsOfNote(note.chapter, note.number).call,
    }
  );
}

/** The id of a chapter where the whole book stands on one page. */
export function anchorOfChapter(slug: string): string {
  return `chapitre-${slug}`;
}

/** The id of a title inside a chapter. */
export function anchorOfSection(slug: string, anchor: string): string {
  return `${slug}--${anchor}`;
}

/** The ids of a note: where it is called, the text beside the paragraph, the text at the end of the chapter. */
export function anchorsOfNote(slug: string, number: number | string) {
  return { call: `appel-${slug}-${number}`, side: `cote-${slug}-${number}`, end: `note-${slug}-${number}` };
}

/** The id of a definition. */
export function anchorOfTerm(id: string): string {
  return `mot-${id}`;
}
