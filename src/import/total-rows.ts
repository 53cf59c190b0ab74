import { isTotalLine, readPlainAmount } from '../csv/total-line.ts';
import type { ForeignRecord } from './foreign-table.ts';

/** Sums written by spreadsheets differ from ours by rounding only. */
const ROUNDING = 0.01;

/**
 * The lines that add up others: a line that says "Total", or one without a word whose every number is the sum of its
 * column. A place may be called "Total": its line then says more than a name and numbers.
 */
export function findTotalRows(records: readonly ForeignRecord[]): ReadonlySet<ForeignRecord> {
  const totals = new Set<ForeignRecord>();
  const all: Sums = new Map();
  let group: Sums = new Map();
  for (const record of records) {
    const filled = [...record.cells.entries()].filter(([, cell]) => cell !== '');
    const isNumeric = filled.every(([, cell]) => readPlainAmount(cell) !== undefined);
    const adds = [all, group].some((sums) => isSum(filled, record.cells.length, sums));
    if (isTotalLine(record.cells) || (isNumeric && adds)) {
      totals.add(record);
      group = new Map();
    } else for (const sums of [all, group]) addTo(sums, filled);
  }
  return totals;
}

type Filled = readonly (readonly [position: number, cell: string])[];
type Sums = Map<number, { sum: number; count: number }>;

function addTo(sums: Sums, filled: Filled): void {
  for (const [position, cell] of filled) {
    const value = readPlainAmount(cell);
    if (value === undefined) continue;
    const known = sums.get(position) ?? { sum: 0, count: 0 };
    sums.set(position, { sum: known.sum + value, count: known.count + 1 });
  }
}

/** Mostly empty, and each number the sum of two or more above it. */
function isSum(filled: Filled, width: number, sums: Sums): boolean {
  if (filled.length === 0 || filled.length * 2 > width) return false;
  return filled.every(([position, cell]) => {
    const { sum = 0, count = 0 } = sums.get(position) ?? {};
    const value = readPlainAmount(cell);
    return count > 1 && value !== 0 && value !== undefined && Math.abs(value - sum) <= ROUNDING;
  });
}
