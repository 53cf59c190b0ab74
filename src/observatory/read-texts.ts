import { join } from 'node:path';
import { readSuppliedText } from '../datasets/files.ts';
import { parseYaml, plainOf } from '../datasets/yaml.ts';
import { elementsIn, type MdxElement, type MdxNode, parseMdx, splitFrontmatter } from './mdx.ts';
import { listProse } from './prose-plugin.ts';

/** A text of the content folder as it is written, and what it names. */
export interface WrittenText {
  /** Path inside the content folder, without ending: "pages/methode". */
  readonly name: string;
  readonly frontmatter: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Undefined where the text is not MDX: `verifier` says so. */
  readonly tree: MdxNode | undefined;
  readonly elements: readonly MdxElement[];
}

/** The texts of a content folder, in the order of their names, read without rendering them; `verifier` tells those that cannot be. */
export function readTexts(content: string): readonly WrittenText[] {
  return listProse(content).flatMap((file) => {
    const text = readSuppliedText(join(content, file), 'un texte en MDX');
    return typeof text === 'string' ? [readText(file.replace(/\.mdx$/, ''), text)] : [];
  });
}

/** A text of that name, from what its file holds. */
export function readText(name: string, text: string): WrittenText {
  const { frontmatter, body } = splitFrontmatter(text);
  const tree = readTree(body);
  return {
    name,
    frontmatter: readFrontmatter(frontmatter),
    body: body.trim(),
    tree,
    elements: tree ? elementsIn(tree) : [],
  };
}

function readFrontmatter(text: string): Readonly<Record<string, unknown>> {
  const { document, errors } = parseYaml(text);
  const value: unknown = errors.length > 0 ? {} : plainOf(document);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function readTree(body: string): MdxNode | undefined {
  try {
    return parseMdx(body);
  } catch (error) {
    if ((error as { reason?: unknown }).reason === undefined && !(error instanceof RangeError)) throw error;
    return undefined;
  }
}
