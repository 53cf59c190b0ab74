import { LEAST_BASE } from '../model/least-base.ts';
import type { PublishedRow, PublishedTable } from '../model/table.ts';

/** The least difference, in points, that a sentence may claim between two shares. */
export const LEAST_DIFFERENCE = 10;

/**
 * The row whose share stands above every other by ten points or more, or nothing: all must count the same people
 * (attribute `champ`) by the same method (attribute `source`), on enough answers, and none may be hidden.
 */
export function findLeader(table: PublishedTable, measure: string): PublishedRow | undefined {
  const known = table.rows.filter((row) => row.cells[measure]);
  if (known.some((row) => !isClaimable(row, measure)) || !shareOneMethod(known)) return undefined;
  const [first, second] = known.toSorted((a, b) => shareOf(b, measure) - shareOf(a, measure));
  if (!first || !second) return undefined;
  return shareOf(first, measure) - shareOf(second, measure) >= LEAST_DIFFERENCE ? first : undefined;
}

/** True where a sentence may quote the row's share: it is published, and rests on enough answers when these are known. */
export function isClaimable(row: PublishedRow, measure: string): boolean {
  const cell = row.cells[measure];
  return cell !== undefined && cell.value !== null && (cell.base === undefined || cell.base >= LEAST_BASE);
}

/** True where all rows count the same people by the same method: only then may their numbers be compared or joined. */
function shareOneMethod(rows: readonly PublishedRow[]): boolean {
  return ['champ', 'source'].every((id) => new Set(rows.map(({ attributes }) => attributes?.[id] ?? '')).size <= 1);
}

function shareOf(row: PublishedRow, measure: string): number {
  return row.cells[measure]?.value ?? Number.NEGATIVE_INFINITY;
}
