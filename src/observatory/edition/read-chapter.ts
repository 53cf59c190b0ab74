import { fold } from '../../text/fold.ts';
import { attributesOf, type MdxNode, wordsIn } from '../mdx.ts';

/** A component of a chapter: where it stands, and the level of the section it stands in (1: the chapter itself). */
export interface Piece {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly level: number;
  readonly node: MdxNode;
  /** Names of the components around it, outermost first. */
  readonly around: readonly string[];
}

/** A title inside a chapter. */
export interface Section {
  readonly title: string;
  readonly level: number;
  readonly line: number;
  /** Its name among the titles of the chapter, fit for an address. */
  readonly anchor: string;
  readonly node: MdxNode;
}

/** What a chapter holds, in reading order. */
export interface ChapterParts {
  readonly pieces: readonly Piece[];
  readonly sections: readonly Section[];
}

/** Reads a chapter's tree; what the team has yet to bring (`<AApporter>`) is not published and not read. */
export function readChapter(tree: MdxNode): ChapterParts {
  const pieces: Piece[] = [];
  const sections: Section[] = [];
  const walk = (node: MdxNode, around: readonly string[]): void => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading') {
      const title = wordsIn(node);
      sections.push({ title, level: node.depth ?? 2, line, anchor: anchorFor(title, sections), node });
    }
    if (node.name) {
      const level = sections.at(-1)?.level ?? 1;
      pieces.push({ name: node.name, attributes: attributesOf(node), line, level, node, around });
    }
    if (node.name === 'AApporter') return;
    const inside = node.name ? [...around, node.name] : around;
    for (const child of node.children ?? []) walk(child, inside);
  };
  walk(tree, []);
  return { pieces, sections };
}

function anchorFor(title: string, before: readonly Section[]): string {
  const name =
    fold(title)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'titre';
  const alike = before.filter(({ title: other }) => fold(other) === fold(title)).length;
  return alike === 0 ? name : `${name}-${alike + 1}`;
}

/** True for what bears a number of its own at the foot of the page: a note, or a typed number with its source. */
export function isNote({ name }: Pick<Piece, 'name'>): boolean {
  return name === 'Note' || name === 'Nombre';
}
