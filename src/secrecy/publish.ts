import type { Cell, PublishedCell, PublishedTable, Table } from '../model/table.ts';

/** The thresholds of observatoire.yaml: fewest units behind a cell, largest share of a sum one unit may make (0 to 1). */
interface Thresholds {
  readonly minimumUnits: number;
  readonly maximumShare: number;
}

/** A table that asks to leave the build; `gated` when one of the datasets it uses gives aggregates only. */
export interface Submission {
  readonly address: string;
  readonly gated: boolean;
  readonly table: Table;
}

/**
 * The gate: takes every table of every figure, indicator and scope of one build together, and returns what may be read,
 * by address. Runs once a build, because a cell that is safe on one page may be given back by another.
 */
export function publish(
  submissions: readonly Submission[],
  thresholds: Thresholds,
): ReadonlyMap<string, PublishedTable> {
  const publishedTables = new Map<string, PublishedTable>();
  for (const { address, gated, table } of submissions) {
    if (publishedTables.has(address)) throw new Error(`Two tables ask to be published as ${address}`);
    publishedTables.set(address, publishTable(address, table, gated, thresholds));
  }
  return publishedTables;
}

function publishTable(address: string, table: Table, gated: boolean, thresholds: Thresholds): PublishedTable {
  const rows = table.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([measure, cell]) => {
        if (gated && !cell.contributions)
          throw new Error(`${address}: cell "${measure}" has no contributions to be judged by`);
        return [measure, gated && isRevealing(cell, thresholds) ? maskedCell(cell) : publishedCell(cell)];
      }),
    ),
  }));
  // The only place where the brand is given.
  return { ...table, rows } as unknown as PublishedTable;
}

/** True when a cell, or the answers it was taken from, are too few, or when one unit makes nearly all of a sum. */
function isRevealing(cell: Cell, { minimumUnits, maximumShare }: Thresholds): boolean {
  const contributions = cell.contributions ?? [];
  const units = new Map<string, number>();
  for (const [unit, amount] of contributions) units.set(unit, (units.get(unit) ?? 0) + Math.abs(amount));
  if (cell.base !== null && cell.base > 0 && cell.base < minimumUnits) return true;
  if (units.size === 0) return false;
  if (units.size < minimumUnits) return true;
  if (cell.kind !== 'sum' && cell.kind !== 'mean') return false;
  const total = [...units.values()].reduce((sum, amount) => sum + amount, 0);
  return total > 0 && Math.max(...units.values()) / total > maximumShare;
}

function maskedCell(cell: Cell): PublishedCell {
  return { kind: cell.kind, value: null, sign: 's' };
}

function publishedCell({ kind, value, n, base, sign, precision }: Cell): PublishedCell {
  return {
    kind,
    value,
    ...(n === null ? {} : { n }),
    ...(base === null ? {} : { base }),
    ...(value === null ? { sign: 'nd' as const } : sign ? { sign } : {}),
    ...(precision ? { precision } : {}),
  };
}
