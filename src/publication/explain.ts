import type { JournalEntry } from '../observatory/journal.ts';
import type { CellChange, Change, Finding } from './change.ts';

/** What the team wrote since the reference: an old line explains no new jump. */
export function newEntries(before: readonly JournalEntry[], after: readonly JournalEntry[]): readonly JournalEntry[] {
  const old = new Set(before.map((entry) => JSON.stringify(entry)));
  return after.filter((entry) => !old.has(JSON.stringify(entry)));
}

/** The explanations of a finding's jumps, and whether one of them has none; nothing fictional has to be explained. */
export function explain(
  { thing, cells }: Finding,
  entries: readonly JournalEntry[],
  isFictional: boolean,
): Pick<Change, 'explanations' | 'isUnexplained'> {
  const jumps = cells.filter(({ jump }) => jump);
  const told = jumps.map((cell) => entries.filter((entry) => isAbout(entry, thing.id, cell)));
  return {
    explanations: [...new Set(told.flat())],
    isUnexplained: !isFictional && told.some((found) => found.length === 0),
  };
}

/** A line of a figure that shows a published number is explained by what is said of that number. */
function isAbout({ quoi, millesime, territoire }: JournalEntry, id: string, { scope, repere }: CellChange): boolean {
  const named = quoi.includes(id) || (repere !== undefined && quoi.includes(repere));
  const there = territoire === undefined || territoire === scope.territoire;
  return named && there && (millesime === undefined || scope.millesime === undefined || millesime === scope.millesime);
}
