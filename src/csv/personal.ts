import { fold } from '../text/fold.ts';

/** What lets one reach a person, found in a text: what it is, where it stands, and how it may be told. */
interface PersonalData {
  readonly kind: 'adresse électronique' | 'numéro de téléphone' | 'personne à contacter';
  readonly start: number;
  readonly end: number;
  /** First letter or digits only: "j…@…". */
  readonly masked: string;
}

/** What is said where a text holds personal data. */
export const NOT_PERSONAL = 'un texte sans adresse électronique, ni téléphone, ni personne à contacter';

const EMAIL = /[\p{L}\p{N}._%+'-]*[\p{L}\p{N}_%+-]@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Addresses written so that robots do not see them. */
const VEILED_EMAIL =
  /[\p{L}\p{N}._%+-]+\s?(?:[[({<]\s?(?:at|arobase|chez|@)\s?[\])}>]|\s(?:arobase|AT)\s)\s?[\p{L}\p{N}-]+(?:(?:\.|\s?[[({<]?\s?(?:dot|point)\s?[\])}>]?\s?)[\p{L}\p{N}-]+)+/gu;
/** Not inside a longer number, a code, an address or a decimal. */
const BEFORE = '(?<![\\p{L}\\p{N}_/=#-]|\\d[.,: ]|\\d\\))';
const AFTER = '(?![\\p{L}\\p{N}_%€]|[-.,/ :]\\d| ?(?:€|%|m²|euros?))';
const SEPARATOR = '[ .\\-/]';
/** 06 12 34 56 78, +33 6 12 34 56 78, 0033 (0)6.12.34.56.78: one kind of separator throughout, or none. */
const FRENCH_PHONE = new RegExp(
  `${BEFORE}(?:0|(?:\\+|00)33 ?(?:\\(0\\))?${SEPARATOR}?)[1-9](${SEPARATOR}?)\\d{2}(?:\\1\\d{2}){3}${AFTER}`,
  'gu',
);
/** +32 470 12 34 56: a plus or two zeros, a country, then eight digits at least. */
const FOREIGN_PHONE = new RegExp(
  `${BEFORE}(?:\\+|00)[1-9]\\d{0,2}(?:${SEPARATOR}?\\(?\\d{1,4}\\)?){2,6}${AFTER}`,
  'gu',
);
/** Anything like a number after a word that announces a telephone. */
const ANNOUNCED_PHONE =
  /(?<!\p{L})(?:t[ée]l(?:[ée]phone)?s?|portable|mobile|fixe|gsm|fax)(?: ?\(?(?:fixe|mobile|portable)\)?)? ?[.:]{0,2} ?(?:n° ?)?(\+?\d(?:[ .\-/()]{0,2}\d){7,14})(?!\d)/giu;
const FEWEST_DIGITS = 9;
const MOST_DIGITS = 15;

/** Words that send to somebody: after these a single name will do… */
const SENDS = ['demander', 'demandez', 'voir avec'];
/** … after these two of them, or a title. */
const MAY_SEND = [
  ...['contact', 'contacter', 'contactez', 'joindre', 'appeler', 'appelez', 'auprès de', 'interlocuteur'],
  ...['interlocutrice', 'référent', 'référente', 'personne à contacter', "s'adresser à", 's’adresser à'],
];
/** Words by which a person is called, as the beginning of patterns. */
export const TITLES = ['M\\.', 'Mr', 'Mme', 'Mlle', 'Monsieur', 'Madame', 'Mademoiselle'];
const NAME = "\\p{Lu}[\\p{L}'’-]*";
/** Such a word, then capitals: somebody's name, or that of an organisation. */
const CONTACT = new RegExp(
  `(?<!\\p{L})(?:(?<single>${anyCase(SENDS)})|${anyCase(MAY_SEND)})(?!\\p{L}) ?:? ?(?<title>(?:${anyCase(TITLES)}) )?(?<name>${NAME}(?: (?:(?:de|du|des|d['’]|le|la) ?)?${NAME})*)`,
  'gu',
);
/** Words that begin the name of an organisation, or of nothing that is a person; on a folded word. */
export const ORGANISATION =
  /^(?:accueil|agence|agglo|amicale|anct|antenne|asso|atelier|brasserie|bureau|cafe|caisse|cci|centre|cercle|chambre|club|collecti|college|comite|commune|communaute|compagnie|conseil|consortium|coop|departement|direction|ecole|emmaus|ensemble|entreprise|epn|espace|etat|fab|fabrique|federation|ferme|fondation|france|groupe|ideal|institut|la|laboratoire|le|les|l'|lieu|ligue|lycee|mairie|maison|mediatheque|mel|metropole|mission|mjc|office|ordinaire|pays|pole|prefecture|region|relais|reseau|ressourcerie|scic|scop|secretariat|service|siege|site|societe|station|syndicat|tiers|union|universite|ville)/;

/** E-mail addresses, telephone numbers and people to contact in a text, as they come. A name alone is nobody's to see. */
export function findPersonal(text: string): readonly PersonalData[] {
  // Same length, so that places hold: any space is a space, any dash a dash, and full-width signs are the plain ones.
  const plain = text
    .replace(/\s/g, ' ')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/＠/g, '@')
    .replace(/＋/g, '+');
  const found = [...findEmails(plain), ...findPhones(plain), ...findContacts(plain)];
  return found
    .filter((one, index) => !found.some((other, rank) => covers(other, one) && (rank < index || !covers(one, other))))
    .sort((a, b) => a.start - b.start);
}

/** A value as it may be told: as it is, or only the masked personal data in it. */
export function maskPersonal(value: string): string {
  const found = findPersonal(value);
  if (found.length === 0) return value;
  const before = value.slice(0, found[0]!.start).trim() === '' ? '' : '… ';
  const after = value.slice(found.at(-1)!.end).trim() === '' ? '' : ' …';
  return `${before}${found.map(({ masked }) => masked).join(' … ')}${after}`;
}

/** A sentence of ours that quotes a value: personal data is masked, the rest stays. */
export function maskQuoted(sentence: string): string {
  return findPersonal(sentence).reduceRight(
    (told, { start, end, masked }) => told.slice(0, start) + masked + told.slice(end),
    sentence,
  );
}

function findEmails(text: string): PersonalData[] {
  if (!/[@]|\bat\b|arobase|chez/i.test(text)) return [];
  return [EMAIL, VEILED_EMAIL].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind: 'adresse électronique' as const,
      ...placeOf(match),
      masked: `${firstOf(match[0])}…@…`,
    })),
  );
}

function findPhones(text: string): PersonalData[] {
  const matches = [...text.matchAll(FRENCH_PHONE), ...text.matchAll(FOREIGN_PHONE), ...text.matchAll(ANNOUNCED_PHONE)];
  return matches.flatMap((match) => {
    const number = match[0].slice(Math.max(0, match[0].search(/[+\d]/)));
    const digits = number.replace(/\D/g, '').length;
    if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) return [];
    const { end } = placeOf(match);
    return [
      {
        kind: 'numéro de téléphone' as const,
        start: end - number.length,
        end,
        masked: `${/^\+?\d\d/.exec(number)?.[0] ?? ''}…`,
      },
    ];
  });
}

function findContacts(text: string): PersonalData[] {
  return [...text.matchAll(CONTACT)].flatMap((match) => {
    const { single, title, name = '' } = match.groups!;
    const words = name.split(' ').filter((word) => /^\p{Lu}/u.test(word));
    if (words.some((word) => ORGANISATION.test(fold(word)))) return [];
    if (!single && !title && words.length < 2) return [];
    const { end } = placeOf(match);
    const start = end - name.length;
    return [{ kind: 'personne à contacter' as const, start, end, masked: `${firstOf(name)}…` }];
  });
}

/** The words, whatever their case: a pattern that ignored it would take any word for a name. */
export function anyCase(words: readonly string[]): string {
  return words.join('|').replace(/(?<!\\)\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

function placeOf(match: RegExpExecArray): { readonly start: number; readonly end: number } {
  return { start: match.index, end: match.index + match[0].length };
}

function firstOf(text: string): string {
  return Array.from(text)[0] ?? '';
}

function covers(outer: PersonalData, inner: PersonalData): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}
