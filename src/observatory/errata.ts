import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../csv/fault.ts';
import { isNamed, nameFile, readSuppliedText } from '../datasets/files.ts';
import { readDocument } from '../datasets/read-document.ts';
import { sentence, slug, words, wordsOf } from '../datasets/text-schemas.ts';
import { nameEntry } from './name-entry.ts';

/** The word of an erratum that is about all cells of a figure. */
export const ALL_CELLS = 'toutes';

/** What stands for a number that is not there, before or after. */
export const NO_NUMBER = 'rien';

/** The words that stand, in a line given to the team, for what it has to write itself; left as they are, they are refused. */
export const TO_WRITE = {
  date: 'AAAA-MM-JJ',
  raison: 'ce qui était faux',
  why: 'pourquoi elle n’est plus publiée',
  devient: 'l’autre figure s’il y en a une',
} as const;

const day = z.iso.date(`un jour, ${TO_WRITE.date}`);
const millesime = z.union([words, z.int().transform(String)], 'le millésime figé');
const raison = ownSentence(TO_WRITE.raison);
const why = ownSentence(TO_WRITE.why);
const other = words.refine(
  (id) => id !== TO_WRITE.devient,
  'l’identifiant de l’autre figure, ou pas de « devient » s’il n’y en a pas',
);

const ofOneCell = z.strictObject(
  {
    date: day,
    millesime,
    figure: words,
    cellule: sentence(`la cellule, comme la commande la nomme, ou « ${ALL_CELLS} »`),
    avant: sentence('le nombre publié, comme on le lit, entre guillemets'),
    apres: sentence('le nombre corrigé, comme on le lit, entre guillemets'),
    raison,
  },
  'un erratum',
);
const ofAllCells = z.strictObject(
  {
    date: day,
    millesime,
    figure: words,
    cellule: z.literal(ALL_CELLS),
    etat: wordsOf('l’état que donne la commande'),
    raison,
  },
  'un erratum de toutes les cellules',
);
const ofGone = z.strictObject(
  { date: day, figure: slug, raison: why, devient: other.optional() },
  'une figure qui n’est plus publiée',
);
const ofWithdrawal = z.strictObject({ date: day, millesime, figure: slug, retrait: z.literal(true) }, 'un retrait');

function ownSentence(words: string) {
  return sentence(`${words}, en une phrase`).refine((text) => text !== words, 'votre phrase, à la place de ces mots');
}

/** What tells an entry's kind, whatever else is wrong with it. */
function kindOf({ cellule, retrait }: Readonly<Record<string, unknown>>) {
  if (retrait !== undefined) return ofWithdrawal;
  if (cellule === undefined) return ofGone;
  return cellule === ALL_CELLS ? ofAllCells : ofOneCell;
}

type Kind = ReturnType<typeof kindOf>;
type Written = z.infer<Kind>;

/** A number of a frozen year that was wrong: which, why, what stands in the frozen pages, and what is true. */
export interface Erratum {
  readonly date: string;
  readonly millesime: string;
  /** A figure's id, or an indicator's. */
  readonly figure: string;
  /** As readers name it; `ALL_CELLS` for all of them. */
  readonly cellule: string;
  readonly raison: string;
  readonly avant?: string;
  readonly apres?: string;
  /** The state of today's numbers that it explains, where it is about all of them. */
  readonly etat?: string;
}

/** A figure that is no longer published, why, and the one that took its place. */
export interface Gone {
  readonly date: string;
  readonly figure: string;
  readonly raison: string;
  readonly devient?: string;
}

/** A frozen figure that somebody named in it asked to be taken away; it says nobody's name. */
export interface Withdrawal {
  readonly date: string;
  readonly millesime: string;
  readonly figure: string;
}

/** What errata.yaml says, by kind, newest first. */
export interface Errata {
  readonly corrections: readonly Erratum[];
  readonly gone: readonly Gone[];
  readonly withdrawals: readonly Withdrawal[];
}

/** A frozen state of a figure, or of a number that texts quote. */
interface FrozenState {
  readonly figure: string;
  readonly millesime: string;
  /** The day on which it was frozen. */
  readonly date: string;
  /** True where it is about several years. */
  readonly isOverAll: boolean;
}

/** True where readers of a frozen state are told an erratum: about its year, or, on several years, said since it was frozen. */
export function reaches(erratum: Erratum, { figure, millesime, date, isOverAll }: FrozenState): boolean {
  return erratum.figure === figure && (erratum.millesime === millesime || (isOverAll && erratum.date >= date));
}

/** The name of the file in which the team explains what changed in frozen years. */
export const ERRATA = 'errata.yaml';

/** The errata of a content folder, none where there is no file, and its faults. */
export function readErrata(content: string): { readonly errata: Errata; readonly faults: readonly Fault[] } {
  const path = join(content, ERRATA);
  if (!isNamed(path)) return { errata: sortOut([]), faults: [] };
  const text = readSuppliedText(path, 'les errata');
  if (typeof text !== 'string') return { errata: sortOut([]), faults: [text] };
  const file = nameFile(path);
  const listed = readDocument(text, file, z.array(z.looseObject({})).nullable());
  if (!listed.value || listed.value.length === 0) return { errata: sortOut([]), faults: listed.faults.map(nameEntry) };
  const kinds = listed.value.map(kindOf) as [Kind, ...Kind[]];
  const { value, faults } = readDocument(text, file, z.tuple(kinds));
  return { errata: sortOut(value ?? []), faults: faults.map(nameEntry) };
}

function sortOut(entries: readonly Written[]): Errata {
  const sorted = entries.toSorted((a, b) => b.date.localeCompare(a.date));
  return {
    corrections: sorted.filter((one) => 'cellule' in one),
    gone: newestOfEach(sorted.filter((one): one is z.infer<typeof ofGone> => !('cellule' in one || 'retrait' in one))),
    withdrawals: sorted.filter((one) => 'retrait' in one),
  };
}

/** A figure has one page, which says what was said last. */
function newestOfEach(gone: readonly Gone[]): readonly Gone[] {
  return gone.filter(({ figure }, index) => gone.findIndex((other) => other.figure === figure) === index);
}
