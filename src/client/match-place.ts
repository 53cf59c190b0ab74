import { fold, foldName } from '../text/fold.ts';

/** What is known of a place while readers filter: its folded words, and the codes that it bears, by filter. */
export interface SearchedPlace {
  readonly words: string;
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

/** What a reader asks for: words in any order, and a code a filter; an empty code asks for nothing. */
export interface Wanted {
  readonly words: string;
  readonly codes: Readonly<Record<string, string>>;
}

/** A text as it is searched: "Sainte-Épreuve" is found as written and as "ste epreuve", whatever case, accents, hyphens and apostrophes. */
export function foldSearched(text: string): string {
  const words = separate(fold(text));
  const named = foldName(words);
  return named === words ? words : `${words} ${named}`;
}

/** True where a place holds every word asked for, as a part of its own words, and bears every code. */
export function matches(place: SearchedPlace, { words, codes }: Wanted): boolean {
  const isNamed = separate(fold(words))
    .split(' ')
    .every((word) => place.words.includes(word) || place.words.includes(foldName(word)));
  return isNamed && Object.entries(codes).every(([filter, code]) => code === '' || place.codes[filter]?.includes(code));
}

/** How many places would match but that nobody knows what they are for one of the filters: they bear no code of it. */
export function countUnknown(places: readonly SearchedPlace[], wanted: Wanted, filter: string): number {
  const others = { ...wanted, codes: { ...wanted.codes, [filter]: '' } };
  return places.filter((place) => !place.codes[filter]?.length && matches(place, others)).length;
}

function separate(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
