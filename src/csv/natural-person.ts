import { fold } from '../text/fold.ts';
import { anyCase, ORGANISATION, TITLES } from './personal.ts';

const NAME = "\\p{Lu}[\\p{L}'’-]*";
const TITLED = new RegExp(`^(?:${anyCase(TITLES)})\\.? ${NAME}`, 'u');
/** Somebody who trades under their own name: the law knows no difference between the two. */
const SOLE_TRADER =
  /(?<!\p{L})(?:EI|(?:[Ee]ntrepreneure?|[Ee]ntreprise) [Ii]ndividuel(?:le)?|(?:[Aa]uto|[Mm]icro)[ -]?[Ee]ntrepr(?:ise|eneure?))(?!\p{L})/u;
/** Two to four words that all begin with a capital, particles aside. */
const CAPITALISED = new RegExp(`^${NAME}(?: (?:(?:de la|de l['’]|de|du|des|d['’]) ?)?${NAME}){1,3}$`, 'u');
const PARTICLE = /^(?:de|du|des|d|l|la)$/;
/** More words that begin the name of an organisation, as the names of payees have them. */
const MORE_ORGANISATION =
  /^(?:abbaye|action$|banque|bar$|biblio|bistro|chateau|cie$|cine|conservatoire|credit|creche|culture|dispositif|domaine|epicerie|eurl|ferme|financeur|fonds|forum|friche|garage|gie$|grange|halle|hopital|hub|jardin|lab|librairie|ludotheque|mutuelle|musee|moulin|parc|paroisse|quartier|radio|regie|sa$|salle|sarl|sas$|sasu|sci$|snc|solidarite|studio|tresor|theatre|usine|village)/;

/**
 * Whether a name is a natural person's: `certain` where the name says so itself (a title, a sole trader), `doubtful`
 * where it only looks like a first name and a family name; undefined for an organisation.
 */
export function judgeName(name: string): 'certain' | 'doubtful' | undefined {
  const plain = name.replace(/\s+/g, ' ').trim();
  const words = plain
    .split(/[ '’]/)
    .map(fold)
    .filter((word, at) => at === 0 || !PARTICLE.test(word));
  if (SOLE_TRADER.test(plain)) return 'certain';
  const isOrganisation = words.some((word) => ORGANISATION.test(word) || MORE_ORGANISATION.test(word));
  if (TITLED.test(plain)) return isOrganisation ? 'doubtful' : 'certain';
  if (isOrganisation || !CAPITALISED.test(plain)) return undefined;
  return words.every((word) => /^[\p{L}-]{2,}$/u.test(word)) ? 'doubtful' : undefined;
}

/** A person's name as it may be told: "Mme D…", "J… D…". */
export function maskName(name: string): string {
  const isKept = new RegExp(`^(?:${anyCase(TITLES).replaceAll('\\.', '')}|EI)$`, 'u');
  return name.replace(/\p{L}[\p{L}'’-]+/gu, (word) => (isKept.test(word) ? word : `${Array.from(word)[0]}…`));
}
