import { typo } from '../../text/typography.ts';
import { fold } from '../preflight.ts';

/** A place in a book: its page, from 0, and how far in its folded text. */
export interface Place {
  readonly page: number;
  readonly at: number;
}

/** A text as it is looked for in a book: with the signs that its page was composed with. */
export function foldWritten(text: string): string {
  return fold(typo(text)).replaceAll("'", '’');
}

/**
 * Where words end that stand in folded pages, from a place on: on one page, or on several where the end of a page cuts them,
 * whatever notes and folios come between; undefined where they are not whole.
 */
export function findWords(pages: readonly string[], words: string, { page, at }: Place): Place | undefined {
  for (let first = page; first < pages.length; first++) {
    const found = findFrom(pages, words, { page: first, at: first === page ? at : 0 });
    if (found) return found;
  }
  return undefined;
}

/** Signs that a page which words cross from end to end holds of them at least: fewer are anywhere by chance. */
const LEAST_ACROSS = 100;

function findFrom(pages: readonly string[], words: string, { page, at }: Place, isFirst = true): Place | undefined {
  const text = pages[page];
  if (text === undefined) return undefined;
  const whole = text.indexOf(words, at);
  if (whole >= 0) return { page, at: whole + words.length };
  const begun = beginningIn(text, words, at);
  if (begun < (isFirst ? 1 : LEAST_ACROSS)) return undefined;
  return findFrom(pages, words.slice(begun), { page: page + 1, at: 0 }, false);
}

/** How many signs of the words a text holds in a row from their first: what is shorter is held too. */
function beginningIn(text: string, words: string, at: number): number {
  let [held, lost] = [0, words.length];
  while (lost - held > 1) {
    const middle = (held + lost) >> 1;
    if (text.indexOf(words.slice(0, middle), at) >= 0) held = middle;
    else lost = middle;
  }
  return held;
}
