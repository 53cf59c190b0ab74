import { createProcessor } from '@mdx-js/mdx';

/** A component written in a text, with what stands in its tag; an attribute that is not a plain text is left out. */
export interface MdxElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number | undefined;
}

/** A piece of a text as the MDX parser gives it; lines count from 1, offsets from 0 in the body. */
export interface MdxNode {
  /** "paragraph", "heading", "text", "mdxJsxFlowElement"… */
  readonly type: string;
  /** Of a component: its name. */
  readonly name?: string | null;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly MdxNode[];
  /** Of a text: its words. */
  readonly value?: string;
  /** Of a heading: its level. */
  readonly depth?: number;
  readonly position?: {
    readonly start: { readonly line: number; readonly offset: number };
    readonly end: { readonly line: number; readonly offset: number };
  };
}

/** The frontmatter's text, the body with the frontmatter's lines left empty so that line numbers hold, and what of the text comes before the body's own first sign. */
export function splitFrontmatter(text: string): {
  readonly frontmatter: string;
  readonly body: string;
  readonly head: string;
} {
  const match = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?=\r?\n|$)/.exec(text);
  if (!match) return { frontmatter: '', body: text, head: '' };
  const [head, frontmatter] = match as unknown as [string, string];
  return { frontmatter, body: head.replace(/[^\n]/g, '') + text.slice(head.length), head };
}

/** The tree of a text; throws what the MDX parser throws. */
export function parseMdx(body: string): MdxNode {
  return createProcessor().parse(body) as MdxNode;
}

/** The components of a text, in reading order. */
export function elementsIn(node: MdxNode): readonly MdxElement[] {
  const own = node.name ? [{ name: node.name, attributes: attributesOf(node), line: node.position?.start.line }] : [];
  return [...own, ...(node.children ?? []).flatMap(elementsIn)];
}

/** The attributes of a component whose values are plain texts. */
export function attributesOf({ attributes = [] }: MdxNode): Readonly<Record<string, string>> {
  return Object.fromEntries(
    attributes.flatMap(({ name, value }) => (name && typeof value === 'string' ? [[name, value] as const] : [])),
  );
}

/** The words of a piece of text, without its components' attributes. */
export function wordsIn({ value, type, children = [] }: MdxNode): string {
  return type === 'text' || type === 'inlineCode' ? (value ?? '') : children.map(wordsIn).join('');
}
