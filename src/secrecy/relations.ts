import type { Cell, Row, Table } from '../model/table.ts';
import { addQuantities, type Quantity, quantityOf, subtractQuantities } from './quantity.ts';
import type { Submission } from './submission.ts';

/** "The quantity `total` is the sum of the quantities `parts`", by their ids; parts that are zero are left out. */
export interface Relation {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Everything that tables tell, and how it adds up. */
export interface System {
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly relations: readonly Relation[];
}

/**
 * What the gated tables tell and every way in which it adds up: the sums that figures declare, the rows of a table that
 * together make a number told anywhere, and the territories that make the region (with what lies in none of them).
 */
export function findRelations(submissions: readonly Submission[]): System {
  const tables = submissions.filter(({ gated }) => gated);
  const quantities = new Map<string, Quantity>();
  const add = (quantity: Quantity) => quantities.set(quantity.id, quantity);
  for (const cell of tables.flatMap(({ table }) => cellsOf(table))) add(quantityOf(cell));
  const relations = new Map<string, Relation>();
  const relate = (total: Quantity, parts: readonly Quantity[]) => {
    const ids = parts.filter(({ size }) => size > 0).map(({ id }) => id);
    if (total.size === 0 || ids.includes(total.id)) return;
    const relation = { total: total.id, parts: ids.sort() };
    relations.set(JSON.stringify(relation), relation);
  };
  for (const { address, table } of tables) {
    for (const { total, parts } of declaredSums(table, address)) relate(total, parts);
    for (const parts of slicesOf(table)) {
      const total = quantities.get(addQuantities(parts).id);
      if (total) relate(total, parts);
    }
  }
  for (const { whole, parts } of scopesOf(tables)) {
    const rest = subtractQuantities(whole, parts);
    if (!rest) continue;
    if (rest.size > 0) add(rest);
    relate(whole, [...parts, rest]);
  }
  return { quantities, relations: [...relations.values()] };
}

function cellsOf(table: Table): readonly Cell[] {
  return table.rows.flatMap(({ cells }) => Object.values(cells));
}

/** The sums that a figure declares; one that does not add up is a fault of the figure. */
function declaredSums(table: Table, address: string) {
  return table.sums.map(({ total, parts }) => {
    const at = ([row, measure]: readonly [number, string]) => {
      const cell = table.rows[row]?.cells[measure];
      if (!cell) throw new Error(`${address}: a declared sum names a cell that is not there`);
      return quantityOf(cell);
    };
    const [sum, terms] = [at(total), parts.map(at)];
    if (addQuantities(terms).id !== sum.id) throw new Error(`${address}: a declared sum does not add up`);
    return { total: sum, parts: terms };
  });
}

/** The rows that differ along one dimension only, declared totals aside: what they make together may be told elsewhere. */
function slicesOf(table: Table): readonly (readonly Quantity[])[] {
  const dimensions = table.columns.filter(({ role }) => role === 'key').map(({ id }) => id);
  const totals = new Set(table.sums.map(({ total: [row, measure] }) => `${row} ${measure}`));
  const measures = table.columns.filter(({ role }) => role === 'measure').map(({ id }) => id);
  return measures.flatMap((measure) => {
    const rows = table.rows.filter((row, index) => row.cells[measure] && !totals.has(`${index} ${measure}`));
    return dimensions.flatMap((dimension) =>
      [...Map.groupBy(rows, (row) => keyWithout(row, dimension)).values()]
        .filter((slice) => slice.length > 1)
        .map((slice) => slice.map((row) => quantityOf(row.cells[measure] as Cell))),
    );
  });
}

function keyWithout(row: Row<Cell>, dimension: string): string {
  return JSON.stringify(Object.entries(row.key).filter(([id]) => id !== dimension));
}

/** The same cell for the region and for each of its territories. */
function scopesOf(tables: readonly Submission[]) {
  const wholes = new Map(tables.map(({ address, table }) => [address, table]));
  const groups = Map.groupBy(
    tables.filter(({ whole }) => whole !== undefined),
    ({ whole }) => whole as string,
  );
  return [...groups].flatMap(([address, members]) => {
    const parts = members.map(({ table }) => new Map(table.rows.map((row) => [JSON.stringify(row.key), row])));
    return (wholes.get(address)?.rows ?? []).flatMap((row) =>
      Object.entries(row.cells).map(([measure, cell]) => ({
        whole: quantityOf(cell),
        parts: parts.flatMap((rows) => rows.get(JSON.stringify(row.key))?.cells[measure] ?? []).map(quantityOf),
      })),
    );
  });
}
