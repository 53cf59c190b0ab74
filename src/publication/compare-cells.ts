import type { PublishedCell } from '../model/table.ts';
import type { Unit } from '../model/unit.ts';
import { formatNumber, NO_BREAK } from '../text/number.ts';
import { pluralNoun } from '../text/plural.ts';
import { formatValue, SIGN_MEANINGS } from '../text/value.ts';

/** Under so many units (places, jobs, minutes…) a movement is small whatever its share: 1 → 2 is no jump. */
const LEAST_UNITS = 5;
/** The same for amounts, in cents. */
const LEAST_CENTS = 100_000;

/** Two numbers as readers see them, and what separates them. */
interface CellDifference {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly difference: string | undefined;
  readonly jump: boolean;
  readonly weight: number;
}

/** What separates two cells of one unit; undefined where readers can see no difference. */
export function compareCells(
  before: PublishedCell | undefined,
  after: PublishedCell | undefined,
  unit: Unit,
  threshold: number,
): CellDifference | undefined {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  const [old, now] = printBoth(before, after, unit);
  return {
    before: old,
    after: now,
    difference: differenceOf(before, after, unit),
    jump: isJump(before, after, unit, threshold),
    weight: weightOf(before, after, unit),
  };
}

/**
 * True where a number moved by more than the threshold (a share of what it was; points for a percentage) and by enough
 * units to be told: never where one of the two is hidden or unknown.
 */
export function isJump(
  before: PublishedCell | undefined,
  after: PublishedCell | undefined,
  unit: Unit,
  threshold: number,
): boolean {
  if (before?.value == null || after?.value == null) return false;
  const moved = Math.abs(after.value - before.value);
  if (unit === '%') {
    const base = Math.min(before.base ?? Number.POSITIVE_INFINITY, after.base ?? Number.POSITIVE_INFINITY);
    return moved > threshold * 100 && (moved / 100) * base >= LEAST_UNITS;
  }
  return moved > threshold * Math.abs(before.value) && moved >= (unit === '€' ? LEAST_CENTS : LEAST_UNITS);
}

/** More decimals, then the base, where the usual ones show no difference. */
function printBoth(before: PublishedCell | undefined, after: PublishedCell | undefined, unit: Unit) {
  const ways = [{}, { decimals: 1 }, { decimals: 2 }] as const;
  for (const way of ways) {
    const [old, now] = [print(before, unit, way), print(after, unit, way)];
    if (old !== now) return [old, now];
  }
  const withBase = (cell: PublishedCell | undefined) =>
    cell &&
    `${print(cell, unit, {})} (base${NO_BREAK}: ${cell.base === undefined ? 'non dite' : formatNumber(cell.base)})`;
  return [withBase(before), withBase(after)];
}

function print(cell: PublishedCell | undefined, unit: Unit, way: { readonly decimals?: number }): string | undefined {
  if (!cell) return undefined;
  if (cell.value === null) return cell.sign === 's' ? 'masqué' : SIGN_MEANINGS[cell.sign ?? 'nd'];
  const printed = formatValue(cell.value, unit, { ...way, precision: cell.precision });
  return cell.sign ? `${printed}, ${SIGN_MEANINGS[cell.sign]}` : printed;
}

function differenceOf(
  before: PublishedCell | undefined,
  after: PublishedCell | undefined,
  unit: Unit,
): string | undefined {
  if (!before || !after) return undefined;
  if (after.sign === 's' && before.sign !== 's') return 'masqué désormais';
  if (before.sign === 's' && after.sign !== 's') return 'n’est plus masqué';
  if (before.value === null || after.value === null || before.value === after.value) return undefined;
  const moved = after.value - before.value;
  if (unit === '%')
    return signed(moved, `${formatNumber(Math.abs(moved))}${NO_BREAK}${pluralNoun(moved, 'point', 'points')}`);
  const share = (moved / Math.abs(before.value)) * 100;
  const relative = before.value === 0 ? '' : ` (${signed(share, formatValue(Math.abs(share), '%'))})`;
  return `${signed(moved, formatValue(Math.abs(moved), unit))}${relative}`;
}

function signed(amount: number, printed: string): string {
  return `${amount < 0 ? '−' : '+'}${printed}`;
}

/** Percentages by points, other numbers by their share: 1 is a hundred points, or a number that doubled. */
function weightOf(before: PublishedCell | undefined, after: PublishedCell | undefined, unit: Unit): number {
  if (before?.value == null || after?.value == null) return 0;
  const moved = Math.abs(after.value - before.value);
  return unit === '%' ? moved / 100 : moved / Math.max(Math.abs(before.value), 1);
}
