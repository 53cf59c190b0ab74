import type { JournalEntry } from '../observatory/journal.ts';
import type { Thing } from './thing.ts';

/** Words that readers see, before and after; undefined where there were none. */
interface WordChange {
  /** What they are: "constat", "champ", "libelle". */
  readonly what: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** One number of a table, before and after, as readers see it; undefined where its line does not exist. */
export interface CellChange {
  /** Its line and, where the table has several measures, its column: "Coworking, part". */
  readonly what: string;
  /** Millésime and territory as readers call them; empty for the region over all years. */
  readonly where: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** "+27 lieux (+18 %)", "n’est plus masqué"; undefined where two numbers cannot be subtracted. */
  readonly difference: string | undefined;
  /** Moved more than the threshold allows without a word. */
  readonly jump: boolean;
  /** Why the two numbers are not of one series: sentences without final stop. */
  readonly breaks: readonly string[];
  /** How big the movement is, to show the biggest first. */
  readonly weight: number;
  /** What the journal may name to explain it. */
  readonly scope: { readonly millesime?: string; readonly territoire?: string };
  /** The published number (`reperes/<id>`) that this cell shows, where it shows one. */
  readonly repere?: string;
}

/** An address of the site that shows a change, and where in it. */
export interface Showing {
  /** From the root of the site: "/demonstration/portrait/". */
  readonly address: string;
  readonly chapter?: string;
  /** The text that names it. */
  readonly file?: string;
}

/** A figure, a number, a place, a text… that readers see otherwise, and all that differs in it. */
export interface Change {
  readonly thing: Thing;
  readonly title: string;
  readonly state: 'nouveau' | 'retiré' | 'changé';
  readonly words: readonly WordChange[];
  readonly cells: readonly CellChange[];
  /** Breaks in series of the whole: sentences without final stop. */
  readonly breaks: readonly string[];
  /** What else there is to know: sentences with their final stop. */
  readonly notes: readonly string[];
  /** Both pictures as SVG, where they differ; one where the figure appears or leaves. */
  readonly pictures?: { readonly before?: Picture; readonly after?: Picture };
  readonly showings: readonly Showing[];
  /** What the team wrote of its jumps since the reference. */
  readonly explanations: readonly JournalEntry[];
  /** True where a jump has no explanation. */
  readonly isUnexplained: boolean;
}

/** A figure drawn alone, and its alternative text. */
export interface Picture {
  readonly svg: string;
  readonly summary: string;
}

/** What the comparison of one kind of things finds; addresses and explanations come after. */
export type Finding = Omit<Change, 'showings' | 'explanations' | 'isUnexplained'>;

/** A finding with nothing in it yet. */
export function findingOf(thing: Thing, title: string, given: Partial<Finding> = {}): Finding {
  return { thing, title, state: 'changé', words: [], cells: [], breaks: [], notes: [], ...given };
}

/** True where a change says something else than that it exists. */
export function saysSomething({ state, words, cells, breaks, notes, pictures }: Finding): boolean {
  return state !== 'changé' || [words, cells, breaks, notes].some((list) => list.length > 0) || pictures !== undefined;
}

/** The words that differ, of several named before and after. */
export function compareWords(
  pairs: readonly (readonly [what: string, before: unknown, after: unknown])[],
): readonly WordChange[] {
  return pairs
    .map(([what, before, after]) => ({ what, before: textOf(before), after: textOf(after) }))
    .filter(({ before, after }) => before !== after);
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
