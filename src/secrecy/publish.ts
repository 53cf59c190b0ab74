import type { Cell, PublishedCell, PublishedTable } from '../model/table.ts';
import { protect } from './protect.ts';
import { quantityOf } from './quantity.ts';
import { findRelations, type System } from './relations.ts';
import { isCount, isRevealing } from './revealing.ts';
import type { Submission } from './submission.ts';
import { tableToClose } from './table-to-close.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * The gate: takes every table of every figure, indicator and scope of one build together, and returns what may be read,
 * by address. Runs once a build, because a cell that is safe on one page may be given back by another.
 */
export function publish(
  submissions: readonly Submission[],
  thresholds: Thresholds,
): ReadonlyMap<string, PublishedTable> {
  refuseFaulty(submissions);
  const { hidden, closed } = hide(submissions, thresholds);
  return new Map(
    submissions
      .filter(({ withheld }) => !withheld)
      .map((submission) => [
        submission.address,
        publishTable(submission, closed.has(submission.address) ? undefined : hidden, thresholds),
      ]),
  );
}

/** What must be hidden; where hiding cells is not enough, tables are closed, which keep not even a zero or a base. */
function hide(submissions: readonly Submission[], thresholds: Thresholds) {
  const closed = new Set<string>();
  for (;;) {
    const left = submissions.map((one) => (closed.has(one.address) ? { ...one, withheld: true } : one));
    const system = findRelations(left, thresholds);
    const { hidden, exposed } = protect(system, judge(left, system, thresholds));
    if (exposed.length === 0) return { hidden, closed };
    closed.add(tableToClose(left, exposed));
  }
}

function refuseFaulty(submissions: readonly Submission[]): void {
  const addresses = new Set<string>();
  for (const { address, gated, table } of submissions) {
    if (addresses.has(address)) throw new Error(`Two tables ask to be published as ${address}`);
    addresses.add(address);
    for (const [measure, cell] of gated ? table.rows.flatMap(({ cells }) => Object.entries(cells)) : []) {
      if (!cell.contributions) throw new Error(`${address}: cell "${measure}" has no contributions to be judged by`);
    }
  }
}

/** What says too much by itself, and what no published cell shows. */
function judge(submissions: readonly Submission[], { quantities, bases }: System, thresholds: Thresholds) {
  const hidden = new Set<string>();
  const shown = new Set<string>();
  for (const { gated, withheld, table } of submissions) {
    if (!gated || withheld) continue;
    for (const cell of table.rows.flatMap(({ cells }) => Object.values(cells))) {
      const { id, size } = quantityOf(cell);
      if (size > 0 && quantities.has(id) && isRevealing(cell, thresholds)) hidden.add(id);
      if (cell.value !== null) shown.add(id);
    }
  }
  const unpublished = new Set<string>();
  for (const { id, size, unit, value, contributions, veiled } of quantities.values()) {
    const cell: Cell = {
      kind: unit === 'count' ? 'count' : 'sum',
      value,
      n: size,
      base: null,
      contributions: [...contributions],
    };
    const isSecret = size > 0 && isRevealing(cell, thresholds) && !(veiled && bases.has(id));
    if (isSecret) hidden.add(id);
    else if ((veiled && !bases.has(id)) || (size > 0 && !shown.has(id) && !hidden.has(id))) unpublished.add(id);
  }
  return { hidden, unpublished };
}

function publishTable(
  { table, gated }: Submission,
  // Undefined where nothing may be seen.
  hidden: ReadonlySet<string> | undefined,
  thresholds: Thresholds,
): PublishedTable {
  const parts = new Set(table.sums.flatMap((sum) => sum.parts.map(([row, measure]) => `${row} ${measure}`)));
  const rows = table.rows.map((row, index) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([measure, cell]) => {
        const isPart = parts.has(`${index} ${measure}`);
        return [measure, gated ? gatedCell(cell, isPart, hidden, thresholds) : openCell(cell)];
      }),
    ),
  }));
  // The only place where the brand is given.
  return { ...table, rows } as unknown as PublishedTable;
}

/**
 * Behind an amount, the places that make it are not counted, and those that answered only where it is no part of a sum:
 * how many places have a vocation and gave their accounts would be told, and could be too few.
 */
function gatedCell(
  cell: Cell,
  isPart: boolean,
  hidden: ReadonlySet<string> | undefined,
  thresholds: Thresholds,
): PublishedCell {
  // Where nothing is shown, a sign of secrecy would tell which cells are small.
  if (cell.value === null) return openCell({ ...cell, n: null, base: null });
  if (!hidden || hidden.has(quantityOf(cell).id) || isRevealing(cell, thresholds))
    return { kind: cell.kind, value: null, sign: 's' };
  if (isCount(cell)) return openCell(cell);
  return openCell({ ...cell, n: null, base: isPart ? null : cell.base });
}

function openCell({ kind, value, n, base, sign, precision }: Cell): PublishedCell {
  return {
    kind,
    value,
    ...(n === null ? {} : { n }),
    ...(base === null ? {} : { base }),
    ...(value === null ? { sign: 'nd' as const } : sign ? { sign } : {}),
    ...(precision ? { precision } : {}),
  };
}
