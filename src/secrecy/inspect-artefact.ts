import { type Format, type Fragment, readArtefact } from './read-artefact.ts';
import { readNumbers } from './read-numbers.ts';

/** What is not read: whole places (`@d`, a column), texts wherever they stand, or texts in places only; the reason is for people. */
export interface Exception {
  readonly reason: string;
  /** Matches the place of a fragment, which is then not read for numbers; with `texts`, they alone are not read there. */
  readonly places?: RegExp;
  /** Global: taken out of every text before its numbers are read; with `places`, out of those only. */
  readonly texts?: RegExp;
}

/** What no artefact may say. */
export interface Secrets {
  /** Keys of numbers that are a leak even where another published number reads the same. */
  readonly secretNumbers: ReadonlySet<string>;
  /** Texts found nowhere, as whole words: ids of places that answered, what they wrote. */
  readonly secretTexts: ReadonlySet<string>;
  /** The team's own addresses and telephone numbers, published on purpose. */
  readonly contacts: readonly string[];
}

/** What an artefact may say, and what it may say on no account. */
export interface Rules extends Partial<Secrets> {
  /** Keys of the numbers that may appear, as `readNumbers` gives them; `any` where only secrets are looked for. */
  readonly numbers: ReadonlySet<string> | 'any';
  readonly exceptions: readonly Exception[];
}

/** Something that has no business in an artefact, with what surrounds it. */
export interface Leak {
  readonly kind: 'nombre' | 'nombre secret' | 'texte secret' | 'adresse électronique' | 'téléphone';
  readonly found: string;
  readonly place: string;
  readonly context: string;
}

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
const TELEPHONE =
  /(?<![\d.,])(?:(?:\+|00)33[ .\u00a0\u202f-]?(?:\(0\))?|0)[1-9](?:[ .\u00a0\u202f-]?\d{2}){4}(?![\d.,]\d|\d)/g;
const WORD = /[\p{L}\p{N}_-]+/gu;
const AROUND = 60;

/**
 * Everything in an artefact that is neither published nor excepted: numbers, e-mail addresses, telephone numbers,
 * secret texts and numbers. Numbers are compared as printed with their unit, whatever is written between thousands.
 */
export function inspectArtefact(text: string, format: Format, rules: Rules): readonly Leak[] {
  return readArtefact(text, format).flatMap((fragment) => inspectFragment(fragment, rules));
}

/** What a text says that nothing may say; its other numbers are not judged. */
export function findSecrets(text: string, secrets: Secrets): readonly Leak[] {
  return inspectArtefact(text, 'texte', { ...secrets, numbers: 'any', exceptions: [] });
}

/** E-mail addresses and telephone numbers in a text. */
export function contactsIn(text: string): readonly string[] {
  return [MAIL, TELEPHONE].flatMap((pattern) => text.match(pattern) ?? []);
}

function inspectFragment({ place, text }: Fragment, rules: Rules): readonly Leak[] {
  const leak = (kind: Leak['kind'], found: string, at: number, within = text): Leak => ({
    kind,
    found,
    place,
    context: within.slice(Math.max(0, at - AROUND), at + found.length + AROUND),
  });
  const { numbers, exceptions, secretNumbers, secretTexts, contacts = [] } = rules;
  const all = (kind: Leak['kind'], pattern: RegExp) =>
    [...text.matchAll(pattern)]
      .filter(([found]) => !contacts.includes(found))
      .map((match) => leak(kind, match[0], match.index));
  const leaks = [...all('adresse électronique', MAIL)];
  if (secretTexts)
    leaks.push(...secretTextsIn(text, secretTexts).map(([found, at]) => leak('texte secret', found, at)));
  if (exceptions.some(({ places, texts }) => !texts && places?.test(place))) return leaks;
  leaks.push(...all('téléphone', TELEPHONE));
  for (const { key, text: found, at } of readNumbers(text)) {
    if (secretNumbers?.has(key)) leaks.push(leak('nombre secret', found, at));
  }
  if (numbers === 'any') return leaks;
  const rest = exceptions.reduce(
    (kept, { places, texts }) => (texts && (!places || places.test(place)) ? kept.replace(texts, ' … ') : kept),
    text,
  );
  for (const { key, text: found, at } of readNumbers(rest)) {
    if (!numbers.has(key)) leaks.push(leak('nombre', found, at, rest));
  }
  return leaks;
}

/** Single words are looked up, longer texts searched: there are thousands of them and few artefacts are short. */
function secretTextsIn(text: string, secrets: ReadonlySet<string>): readonly (readonly [string, number])[] {
  const words = [...text.matchAll(WORD)].filter(([word]) => secrets.has(word)).map((m) => [m[0], m.index] as const);
  const phrases = [...secrets].filter((secret) => /[^\p{L}\p{N}_-]/u.test(secret) && text.includes(secret));
  return [...words, ...phrases.map((phrase) => [phrase, text.indexOf(phrase)] as const)];
}
