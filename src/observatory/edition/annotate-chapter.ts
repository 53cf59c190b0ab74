import { type MdxNode, parseMdx, splitFrontmatter } from '../mdx.ts';
import { anchorOfSection } from './book.ts';
import { isNote, type Piece, readChapter, type Section } from './read-chapter.ts';

/** Components that have to know which book and chapter they stand in. */
const PLACED = new Set([
  'Colophon',
  'Definition',
  'Figure',
  'Nombre',
  'Note',
  'Ouverture',
  'Photo',
  'PortraitLieu',
  'Renvoi',
  'Seance',
  'Terme',
]);

/** Text put into a chapter's source, at an offset of its body, instead of `length` signs. */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/**
 * A chapter's source as it is built: each component that numbers or refers learns where it stands (`dans="2025/fives-cail"`),
 * notes learn their number and are said again in a list at the end. Without drafts, what the team has yet to bring is taken
 * out. A text that is not MDX is left as it is, for its parser to say so.
 */
export function annotateChapter(text: string, place: string, options: { readonly drafts: boolean }): string {
  const { body, head } = splitFrontmatter(text);
  const tree = treeOf(body);
  if (!tree) return text;
  const { pieces, sections } = readChapter(tree);
  const notes = pieces.filter(isNote);
  const numberOf = new Map(notes.map((note, index) => [note, index + 1]));
  const changes = [
    ...pieces.flatMap((piece) => changeOf(piece, place, numberOf.get(piece), options.drafts)),
    ...sections.flatMap((section) => titleOf(section, place)),
  ].sort((a, b) => a.at - b.at);
  // What a line feed would make a paragraph of its own stays in one.
  const list = notes.map((note) =>
    endNote(note, place, numberOf.get(note)!, applyTo(body, changes, contentOf(note.node))),
  );
  const from = body.length - (text.length - head.length);
  const whole = head + applyTo(body, changes, { from, to: body.length });
  return list.length === 0 ? whole : `${whole.trimEnd()}\n\n<Notes>\n\n${list.join('\n\n')}\n\n</Notes>\n`;
}

function treeOf(body: string): MdxNode | undefined {
  try {
    return parseMdx(body);
  } catch {
    return undefined;
  }
}

function changeOf(piece: Piece, place: string, number: number | undefined, drafts: boolean): readonly Change[] {
  const { name, level, node } = piece;
  const { start, end } = node.position!;
  if (name === 'AApporter') {
    return drafts ? [] : [{ at: start.offset, length: end.offset - start.offset, text: '' }];
  }
  if (!PLACED.has(name)) return [];
  const told = [`dans="${place}"`, `niveau="${level + 1}"`, ...(number === undefined ? [] : [`numero="${number}"`])];
  return [{ at: start.offset + 1 + name.length, length: 0, text: ` ${told.join(' ')}` }];
}

/** A title's id says its chapter too: on the page of the whole book no two are alike. */
function titleOf({ anchor, level, node }: Section, place: string): readonly Change[] {
  const { start, end } = node.position!;
  const { from, to } = contentOf(node);
  if (to === 0) return [];
  const id = anchorOfSection(place.split('/')[1] ?? '', anchor);
  return [
    { at: start.offset, length: from - start.offset, text: `<Titre id="${id}" niveau="${level}">` },
    { at: to, length: end.offset - to, text: '</Titre>' },
  ];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function contentOf({ children = [] }: MdxNode): Span {
  return { from: children[0]?.position?.start.offset ?? 0, to: children.at(-1)?.position?.end.offset ?? 0 };
}

/** A part of the body with the changes that fall into it. */
function applyTo(body: string, changes: readonly Change[], { from, to }: Span): string {
  const inside = changes.filter(({ at }) => at >= from && at < to);
  const parts = inside.map((change, index) => {
    const before = inside[index - 1];
    return body.slice(before ? before.at + before.length : from, change.at) + change.text;
  });
  const last = inside.at(-1);
  return parts.join('') + body.slice(last ? last.at + last.length : from, to);
}

function endNote({ name, node }: Piece, place: string, number: number, content: string): string {
  const told = `dans="${place}" numero="${number}"`;
  if (name === 'Note') return `<NoteFin ${told}>${content.replace(/\s*\n\s*/g, ' ')}</NoteFin>`;
  const written = (node.attributes ?? []).flatMap(({ name: key, value }) =>
    typeof value === 'string' ? [`${key}="${value.replaceAll('"', '&quot;')}"`] : [],
  );
  return `<NoteFin ${told} ${written.join(' ')} />`;
}
