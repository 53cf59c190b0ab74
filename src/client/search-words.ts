import { fold } from '../text/fold.ts';

/** Words that a vowel shortens: "l’accueil" is asked for as "accueil". */
const ELIDED = /(?<!\p{L})(?:[cdjlmnst]|qu)['’ʼ](?=\p{L})/giu;

/** Least share of a word asked for that a word of the page must begin with. */
const ALIKE = 0.6;

/** What the search engine is asked, for what a person typed: no elided words, "coeur" as "cœur". */
export function wordsAsked(typed: string): string {
  return typed
    .replace(ELIDED, '')
    .replace(/['’ʼ]/g, ' ')
    .replace(/oe(?=[ui])/gi, 'œ')
    .replace(/["«»“”]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Whether each word asked for is like one of those found. Where the engine knows no word that begins as asked, it takes
 * the beginning itself for one: "à" for "acheter".
 */
export function areFound(asked: string, found: readonly string[]): boolean {
  const parts = found.flatMap((word) => [...lettersOf(word), lettersOf(word).join('')]);
  return lettersOf(asked).every((word) => parts.some((part) => commonStart(word, part) >= ALIKE * word.length));
}

/** Runs of letters and digits: what stands between them is not searched. */
function lettersOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
