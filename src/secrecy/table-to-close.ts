import { quantityOf } from './quantity.ts';
import type { Submission } from './submission.ts';

/**
 * The table to close where hiding cells does not protect what is exposed: the one of fewest units among the territories
 * beside it, else the region's. The case is that of one place alone in a territory: whatever the region has and others
 * have not is its answer.
 */
export function tableToClose(submissions: readonly Submission[], exposed: readonly string[]): string {
  const holders = submissions.filter(({ address, table }) =>
    table.rows.some(({ cells }, row) =>
      Object.entries(cells).some(
        ([measure, cell]) =>
          exposed.includes(quantityOf(cell).id) ||
          exposed.some((id) => id === `${address}/${row}/${measure}` || id === `${address}/${row}/${measure}/rest`),
      ),
    ),
  );
  const families = new Set(holders.map(({ whole, address }) => whole ?? address));
  const open = submissions.filter(({ gated, withheld }) => gated && !withheld);
  const parts = open.filter(({ whole }) => whole !== undefined && families.has(whole));
  const candidates = parts.length > 0 ? parts : open.filter(({ address }) => families.has(address));
  const [smallest] = candidates.toSorted((a, b) => sizeOf(a) - sizeOf(b) || (a.address < b.address ? -1 : 1));
  if (!smallest) throw new Error(`Nothing is left to hide that would protect ${exposed.join(', ')}`);
  return smallest.address;
}

function sizeOf({ table }: Submission): number {
  return Math.max(0, ...table.rows.flatMap(({ cells }) => Object.values(cells).map((cell) => quantityOf(cell).size)));
}
