import { createProcessor } from '@mdx-js/mdx';

/** A component written in a text, with what stands in its tag; an attribute that is not a plain text is left out. */
export interface MdxElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number | undefined;
}

interface Node {
  readonly name?: string | null;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number } };
}

/** The frontmatter's text, and the body with the frontmatter's lines left empty so that line numbers hold. */
export function splitFrontmatter(text: string): { readonly frontmatter: string; readonly body: string } {
  const match = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?=\r?\n|$)/.exec(text);
  if (!match) return { frontmatter: '', body: text };
  return { frontmatter: match[1] as string, body: match[0].replace(/[^\n]/g, '') + text.slice(match[0].length) };
}

/** The components of a text, in reading order; throws what the MDX parser throws. */
export function elementsOf(body: string): readonly MdxElement[] {
  return elementsIn(createProcessor().parse(body) as Node);
}

function elementsIn({ name, attributes = [], position, children = [] }: Node): readonly MdxElement[] {
  const texts = attributes.flatMap(({ name: key, value }) => (key && typeof value === 'string' ? [[key, value]] : []));
  const own = name ? [{ name, attributes: Object.fromEntries(texts), line: position?.start.line }] : [];
  return [...own, ...children.flatMap(elementsIn)];
}
