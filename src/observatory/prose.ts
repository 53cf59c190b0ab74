import { drafts, modules } from 'virtual:prose';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

/** A text written by the team: a page or a chapter, ready to be rendered. */
export interface Prose {
  /** Path inside the content folder, without ending: "pages/methode". */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly frontmatter: Readonly<Record<string, unknown>>;
  readonly Content: AstroComponentFactory;
}

/** True while one writes (`npm run dev`): what is still in preparation is seen. */
export const seesDrafts: boolean = drafts;

/** The text of that name; undefined where the team wrote none. */
export function findProse(name: string): Prose | undefined {
  const module = modules[name];
  if (!module) return undefined;
  const { frontmatter = {}, Content } = module;
  return {
    name,
    title: String(frontmatter.title ?? ''),
    description: String(frontmatter.description ?? ''),
    frontmatter,
    Content,
  };
}

/** The text of that name, which a page cannot do without. */
export function prose(name: string): Prose {
  const found = findProse(name);
  if (!found)
    throw new Error(`No text ${name}.mdx in the content folder; there are: ${Object.keys(modules).join(', ')}`);
  return found;
}

/** The texts of a folder ("editions/2025"), in the order of their file names. */
export function proseIn(folder: string): readonly Prose[] {
  return Object.keys(modules)
    .filter((name) => name.startsWith(`${folder}/`))
    .sort()
    .map(prose);
}
