import type { Comparison } from './compare.ts';
import { type Fonts, writeHtml } from './write-html.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeText } from './write-text.ts';

/** The forms of a comparison, by the name that the command gives them. */
export const forms = { texte: writeText, markdown: writeMarkdown, html: writeHtml } as const satisfies Record<
  string,
  (comparison: Comparison, fonts: Fonts) => string
>;

/** True for the name of a form. */
export function isFormName(name: string): name is keyof typeof forms {
  return Object.hasOwn(forms, name);
}
