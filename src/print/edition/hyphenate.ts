import { createRequire } from 'node:module';

const { hyphenateSync } = createRequire(import.meta.url)('hyphen/fr') as {
  hyphenateSync: (text: string, options: { hyphenChar: string }) => string;
};

/** The sign that says where a word may be cut; unseen where it is not. */
export const SOFT_HYPHEN = '\u00ad';

/** Fewer letters than that are not left alone at an end of a line, nor taken to the next one. */
const [LEFT, RIGHT] = [3, 3];

/** Words of a text with the places where French cuts them; names and short words stay whole. */
export function hyphenate(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}-])\p{Ll}{7,}(?![\p{L}\p{N}-])/gu, cutWord);
}

function cutWord(word: string): string {
  const parts = hyphenateSync(word, { hyphenChar: SOFT_HYPHEN }).split(SOFT_HYPHEN);
  let before = 0;
  return parts.reduce((cut, part) => {
    before += part.length;
    const from = before - part.length;
    return from >= LEFT && word.length - from >= RIGHT ? `${cut}${SOFT_HYPHEN}${part}` : cut + part;
  }, '');
}
