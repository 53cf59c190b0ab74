import { describeSources } from '../../components/describe-sources.ts';
import type { Book, BookChapter, BookFigure } from '../../observatory/edition/book.ts';
import { isNote, type Piece } from '../../observatory/edition/read-chapter.ts';
import type { MdxNode } from '../../observatory/mdx.ts';
import type { Observatory } from '../../observatory/view.ts';

/** What the files of an edition say that its book must hold, before any page is made of them. */
export interface WrittenBook {
  readonly chapters: readonly WrittenChapter[];
  readonly figures: readonly WrittenFigure[];
  /** The words of each note, in runs that no component parts. */
  readonly notes: readonly (readonly string[])[];
}

/** A chapter as its file has it. */
export interface WrittenChapter {
  readonly number: number;
  readonly title: string;
  /** All its words in order, in runs that no component parts; what components fetch from the data is between them. */
  readonly runs: readonly string[];
  /** What its tags say: titles, hours, credits; a photograph may float to another page. */
  readonly said: readonly string[];
}

/** A figure, or the question that stands for it while data are missing: words that one page shows together. */
export interface WrittenFigure {
  readonly name: string;
  readonly words: readonly string[];
}

/** Components that speak from the data alone: their attributes only choose. */
const FROM_DATA = new Set(['Card', 'Chiffre', 'Figure', 'Mention', 'Seuil', 'Value']);

/** Attributes that name a thing, lead to one or are heard alone: none is printed as it is written. */
const UNPRINTED = new Set(['id', 'fichier', 'photo', 'alt', 'url', 'figure', 'chapitre', 'note']);

/** What the files of an edition promise: words from the texts, figures from what the gate let through. */
export function writtenBook(book: Book, observatory: Pick<Observatory, 'figure' | 'card'>): WrittenBook {
  return {
    chapters: book.chapters.map(writtenChapter),
    figures: book.figures.map((figure) => writtenFigure(figure, observatory)),
    notes: book.chapters.flatMap(({ pieces }) => pieces.filter(isNote).map(wordsOfNote)),
  };
}

function writtenChapter({ number, title, tree, pieces }: BookChapter): WrittenChapter {
  return {
    number,
    title,
    runs: tree ? runsIn(tree) : [],
    said: pieces.filter(({ name }) => isComponent(name) && !isSaidElsewhere(name)).flatMap(printedOf),
  };
}

/** What HTML itself knows says how to show, not what. */
const isComponent = (name: string): boolean => /^\p{Lu}/u.test(name);

/** The source of a typed number is its note. */
const isSaidElsewhere = (name: string): boolean => FROM_DATA.has(name) || name === 'Nombre';

function printedOf({ attributes }: Piece): readonly string[] {
  return Object.entries(attributes).flatMap(([name, value]) => (UNPRINTED.has(name) || value === '' ? [] : [value]));
}

/** Notes stand elsewhere on the page; what the team has yet to bring stands nowhere. */
function runsIn({ type, name, value, children = [] }: MdxNode): readonly string[] {
  if (name === 'Note' || name === 'AApporter') return [];
  // The bars of a table part its cells.
  if (type === 'text' || type === 'inlineCode') return (value ?? '').split('|').filter(hasWords);
  return children.flatMap(runsIn);
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

function wordsOfNote({ name, attributes, node }: Piece): readonly string[] {
  return name === 'Nombre' ? [attributes.source ?? ''] : (node.children ?? []).flatMap(runsIn);
}

function writtenFigure(
  { id, number }: BookFigure,
  { figure: figureOf, card: cardOf }: Pick<Observatory, 'figure' | 'card'>,
): WrittenFigure {
  const [figure, card] = [figureOf(id), cardOf(id)];
  if (figure) {
    const { cited, notes } = describeSources(figure.sources);
    const sources = `${cited.map(({ text }) => text).join(' ; ')}. ${notes}`;
    return { name: `figure ${number}`, words: [`Figure ${number}`, figure.heading, sources] };
  }
  return { name: `figure ${number}`, words: card ? [card.question, card.title] : [id] };
}
