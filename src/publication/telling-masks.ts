import type { PublishedCell, PublishedTable } from '../model/table.ts';
import { attack, structureSeen } from '../secrecy/attack.ts';
import { quantityOf } from '../secrecy/quantity.ts';
import type { Submission } from '../secrecy/submission.ts';
import type { Thresholds } from '../secrecy/thresholds.ts';
import { rowsByKey } from './compare-tables.ts';
import type { Numbers } from './moved-numbers.ts';

/** A table that somebody kept, by the address under which the gate knows it ("figure/id/2026/region/main"). */
export type KeptTables = ReadonlyMap<string, Numbers>;

/** True where a cell is masked on one side and told on the other: whoever reads both knows more than each of them says. */
export function masksDiffer(frozen: Numbers, live: Numbers): boolean {
  const now = rowsByKey(live);
  return [...rowsByKey(frozen)].some(([key, { cells }]) =>
    Object.entries(cells).some(([measure, cell]) => {
      const today = now.get(key)?.cells[measure];
      return today !== undefined && (cell.sign === 's') !== (today.sign === 's');
    }),
  );
}

/**
 * How many numbers an intruder works out who reads today's tables beside those that were frozen, and not from today's
 * alone: masks moved, though the answers did not. Numbers that have changed since tell nothing of the others.
 */
export function countWorkedOut(
  frozen: KeptTables,
  today: ReadonlyMap<string, PublishedTable>,
  submissions: readonly Submission[],
  thresholds: Thresholds,
): number {
  const told = new Set<string>();
  const together = new Map(today);
  for (const submission of submissions) {
    const [kept, table] = [frozen.get(submission.address), today.get(submission.address)];
    if (kept && table) together.set(submission.address, addTold(table, kept, submission, told));
  }
  const found = (tables: ReadonlyMap<string, PublishedTable>, about?: ReadonlySet<string>) =>
    attack(tables, submissions, thresholds, about).map(({ quantity }) => quantity);
  // What was told then was safe then: only what follows from it is new, and only that is looked for, unless a table that
  // is closed today was not then: it binds other numbers besides those that it told.
  const isOpened = closedIn(together, submissions) !== closedIn(today, submissions);
  const worked = found(together, isOpened ? undefined : told).filter((quantity) => !told.has(quantity));
  if (worked.length === 0) return 0;
  const alone = new Set(found(today, new Set(worked)));
  return worked.filter((quantity) => !alone.has(quantity)).length;
}

/** The tables of which nothing is told, as text. */
function closedIn(tables: ReadonlyMap<string, PublishedTable>, submissions: readonly Submission[]): string {
  const closed = structureSeen(tables, submissions).filter(({ withheld }) => withheld);
  return closed.map(({ address }) => address).join('\n');
}

/** Today's table with the cells that are masked in it and were told, unchanged, in the frozen one. */
function addTold(
  table: PublishedTable,
  kept: Numbers,
  { table: source }: Submission,
  told: Set<string>,
): PublishedTable {
  const then = rowsByKey(kept);
  const keys = [...rowsByKey(table).keys()];
  const rows = table.rows.map((row, index) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([measure, cell]): [string, PublishedCell] => {
        const [was, truth] = [then.get(keys[index]!)?.cells[measure], source.rows[index]?.cells[measure]];
        const isTold = cell.sign === 's' && was?.value != null && truth !== undefined && was.value === truth.value;
        if (!isTold) return [measure, cell];
        told.add(quantityOf(truth).id);
        return [measure, was];
      }),
    ),
  }));
  return { ...table, rows };
}
