import { editDistance } from '../csv/nearest.ts';
import { foldName } from '../text/fold.ts';

/** Words that names have or lack without being other names. */
const SMALL = new Set('l le la les d de du des un une et a au aux en the of'.split(' '));
/** Words that say what a place is, not which one: alone they make no two places one. */
const COMMON = new Set(
  'association atelier ateliers bar bureau bureaux cafe centre collectif coworking cowork espace fab fablab ferme hub lab lieu lieux living maison numerique place pole tiers tierslieu work working'.split(
    ' ',
  ),
);
/** A word of this length may hold one slip of the keyboard, of the second length two. */
const SLIPS = [4, 8] as const;

/** Two names of one place: `same` for case, accents, punctuation, order and small words, `near` for a slip or a shorter form. */
export type Likeness = 'same' | 'near';

/** How much two places' names are alike; `common` are words that both have for another reason, such as their commune's. */
export function compareNames(one: string, other: string, common: string = ''): Likeness | undefined {
  const words = [listWords(one), listWords(other)] as const;
  if (words.some(({ length }) => length === 0)) return undefined;
  if (nameKeys(one).some((key, at) => key === nameKeys(other)[at])) return 'same';
  if (isSlip(...words)) return 'near';
  const [own, others] = words.map((list) => keepOwn(list, common)) as [string[], string[]];
  const [short, long] = own.length <= others.length ? [own, others] : [others, own];
  return short.length > 0 && short.every((word) => long.includes(word)) ? 'near' : undefined;
}

/** What names that are the same have in common: their words in any order, or their letters. */
export function nameKeys(name: string): readonly [words: string, letters: string] {
  return remember(name).keys;
}

/** True where two names have a telling word in common. */
export function shareWord(one: string, other: string, common: string = ''): boolean {
  const others = keepOwn(listWords(other), common);
  return keepOwn(listWords(one), common).some((word) => word.length >= SLIPS[0] && others.includes(word));
}

interface Name {
  readonly words: readonly string[];
  readonly keys: readonly [words: string, letters: string];
}

/** Names that are compared come again with each other name: what they are made of is remembered. */
const known = new Map<string, Name>();
const REMEMBERED = 50_000;

function remember(name: string): Name {
  const found = known.get(name);
  if (found) return found;
  const words = splitWords(name);
  const made: Name = { words, keys: [words.toSorted().join(' '), words.join('')] };
  if (known.size >= REMEMBERED) known.clear();
  known.set(name, made);
  return made;
}

function listWords(name: string): readonly string[] {
  return remember(name).words;
}

/** "L’Atelier du 9 (fermé)" → atelier, 9. */
function splitWords(name: string): readonly string[] {
  const words = foldName(name)
    .replace(/\([^)]*\b(?:ferme|projet|cours)[^)]*\)/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !SMALL.has(word));
  return telling.length > 0 ? telling : words;
}

function keepOwn(words: readonly string[], common: string): string[] {
  const shared = listWords(common);
  return words.filter((word) => !COMMON.has(word) && !shared.includes(word));
}

/** The same words but for one that a slip explains; numbers do not slip. */
function isSlip(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  const different = one.flatMap((word, index) => (word === other[index] ? [] : [[word, other[index]!] as const]));
  const [pair] = different;
  if (different.length !== 1 || !pair || /\d/.test(pair.join(''))) return false;
  const shortest = Math.min(pair[0].length, pair[1].length);
  const allowed = SLIPS.filter((length) => shortest >= length).length;
  return allowed > 0 && editDistance(...pair) <= allowed;
}
