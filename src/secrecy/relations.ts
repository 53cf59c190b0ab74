import type { Cell, Row } from '../model/table.ts';
import { addQuantities, type Quantity, quantityOf, subtractQuantities } from './quantity.ts';
import { isCount } from './revealing.ts';
import type { Submission } from './submission.ts';
import type { Thresholds } from './thresholds.ts';

/** "The quantity `total` is the sum of the quantities `parts`", by their ids; parts that are zero are left out. */
export interface Relation {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Everything that tables tell, and how it adds up. */
export interface System {
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly relations: readonly Relation[];
  /** How many units answered: told by the bases of all shares, so that it is no secret and hiding it hides nothing. */
  readonly bases: ReadonlySet<string>;
}

/**
 * What the gated tables tell and every way in which it adds up: the sums that figures declare, the rows of a table that
 * together make a number told anywhere, and the territories that make the region (with what lies in none of them).
 */
export function findRelations(submissions: readonly Submission[], { minimumUnits }: Thresholds): System {
  const tables = submissions.filter(({ gated }) => gated).map((submission) => readQuantities(submission, minimumUnits));
  const quantities = new Map(tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.values()])).map(byId));
  const relations = new Map<string, Relation>();
  const relate = (total: Quantity, parts: readonly Quantity[]) => {
    const ids = parts.filter(({ size, veiled }) => size > 0 || veiled).map(({ id }) => id);
    if ((total.size === 0 && !total.veiled) || ids.includes(total.id)) return;
    const relation = { total: total.id, parts: ids.sort() };
    relations.set(JSON.stringify(relation), relation);
  };
  for (const table of tables) {
    for (const { total, parts } of declaredSums(table)) relate(total, parts);
    for (const parts of slicesOf(table)) {
      const total = quantities.get(addQuantities(parts, parts[0]?.unit ?? 'count').id);
      if (total) relate(total, parts);
    }
  }
  for (const { whole, parts, rest } of scopesOf(tables)) {
    if (rest) quantities.set(rest.id, rest);
    relate(whole, rest ? [...parts, rest] : parts);
  }
  const found = [...relations.values()];
  return { quantities, relations: found, bases: closeBases(tables.flatMap(basesOf), found, quantities) };
}

function byId(quantity: Quantity): readonly [string, Quantity] {
  return [quantity.id, quantity];
}

/** A table and the quantity of each of its cells. */
interface Told {
  readonly submission: Submission;
  readonly rows: readonly ReadonlyMap<string, Quantity>[];
}

function readQuantities(submission: Submission, minimumUnits: number): Told {
  const { table, address } = submission;
  const isEmpty = table.rows.every(({ cells }) => Object.values(cells).every((cell) => quantityOf(cell).size === 0));
  const rows = table.rows.map(
    ({ cells }, row) =>
      new Map(
        Object.entries(cells).map(([measure, cell]) => {
          const veiled = !isEmpty && isVeiled(cell, submission, minimumUnits);
          const quantity = quantityOf(cell);
          return [measure, veiled ? { ...quantity, id: `${address}/${row}/${measure}`, veiled } : quantity];
        }),
      ),
  );
  return { submission, rows };
}

/** Nothing is seen of the cell, not even whether it is zero: so it is no other number, as far as readers know. */
function isVeiled({ value, base }: Cell, { withheld }: Submission, minimumUnits: number): boolean {
  return withheld === true || value === null || (base !== null && base > 0 && base < minimumUnits);
}

/** The sums that a figure declares; one that does not add up is a fault of the figure. */
function declaredSums({ submission: { table, address }, rows }: Told) {
  return table.sums.map(({ total, parts }) => {
    const at = ([row, measure]: readonly [number, string]) => {
      const quantity = rows[row]?.get(measure);
      if (!quantity) throw new Error(`${address}: a declared sum names a cell that is not there`);
      return quantity;
    };
    const [sum, terms] = [at(total), parts.map(at)];
    if (addQuantities(terms, sum.unit).id !== addQuantities([sum], sum.unit).id)
      throw new Error(`${address}: a declared sum does not add up`);
    return { total: sum, parts: terms };
  });
}

/** The totals of questions with one answer a unit, and counts of all who answered. */
function basesOf({ submission: { table }, rows }: Told): readonly string[] {
  const totals = new Set(table.sums.map(({ total: [row, measure] }) => `${row} ${measure}`));
  return rows.flatMap((row, index) =>
    [...row].flatMap(([measure, { id, size, veiled }]) => {
      const cell = table.rows[index]?.cells[measure];
      const isTotal = totals.has(`${index} ${measure}`) || table.rows.length === 1;
      return cell && isTotal && isCount(cell) && cell.base === size && !veiled ? [id] : [];
    }),
  );
}

/** What bases alone give back of the cells that nobody sees is told as well. */
function closeBases(
  ids: readonly string[],
  relations: readonly Relation[],
  quantities: System['quantities'],
): ReadonlySet<string> {
  const bases = new Set(ids);
  for (let size = -1; size < bases.size; ) {
    size = bases.size;
    for (const { total, parts } of relations) {
      const others = [total, ...parts].filter((id) => !bases.has(id));
      if (others.length === 1 && quantities.get(others[0] as string)?.veiled) bases.add(others[0] as string);
    }
  }
  return bases;
}

/**
 * The rows that differ along one dimension only, declared totals aside: what they make together may be told elsewhere.
 */
function slicesOf({ submission: { table, withheld }, rows }: Told): readonly (readonly Quantity[])[] {
  if (withheld) return [];
  const dimensions = table.columns.filter(({ role }) => role === 'key').map(({ id }) => id);
  const totals = new Set(table.sums.map(({ total: [row, measure] }) => `${row} ${measure}`));
  const measures = table.columns.filter(({ role }) => role === 'measure').map(({ id }) => id);
  return measures.flatMap((measure) => {
    const parts = table.rows.flatMap(({ key }, index) => {
      const quantity = rows[index]?.get(measure);
      return quantity && !totals.has(`${index} ${measure}`) ? [{ key, quantity }] : [];
    });
    return dimensions.flatMap((dimension) =>
      [...Map.groupBy(parts, ({ key }) => keyWithout(key, dimension)).values()]
        .filter((slice) => slice.length > 1)
        .map((slice) => slice.map(({ quantity }) => quantity)),
    );
  });
}

function keyWithout(key: Row<Cell>['key'], dimension: string): string {
  return JSON.stringify(Object.entries(key).filter(([id]) => id !== dimension));
}

/** The same cell for the region, for each of its territories, and for what lies in none of them where anything does. */
function scopesOf(tables: readonly Told[]) {
  const wholes = new Map(tables.map((table) => [table.submission.address, table]));
  const groups = Map.groupBy(
    tables.filter(({ submission }) => submission.whole !== undefined),
    ({ submission }) => submission.whole as string,
  );
  return [...groups].flatMap(([address, members]) => {
    const whole = wholes.get(address);
    const parts = members.map(
      ({ submission, rows }) =>
        new Map(submission.table.rows.map(({ key }, index) => [JSON.stringify(key), rows[index]])),
    );
    const sums = (whole?.rows ?? []).flatMap((row, index) =>
      [...row].flatMap(([measure, quantity]) => {
        const key = JSON.stringify(whole?.submission.table.rows[index]?.key);
        const terms = parts.flatMap((rows) => sameMeasure(rows.get(key), measure, row) ?? []);
        const rest = subtractQuantities(quantity, terms);
        return rest ? [{ whole: quantity, parts: terms, rest, id: `${address}/${index}/${measure}/rest` }] : [];
      }),
    );
    const isPartition = sums.every(({ rest }) => rest.size === 0);
    return sums.map(({ rest, id, ...sum }) => (isPartition ? sum : { ...sum, rest: { ...rest, id, veiled: true } }));
  }) as readonly { whole: Quantity; parts: readonly Quantity[]; rest?: Quantity }[];
}

/**
 * The cell of a part that tells what the whole's does. Where the part has few answers it counts them and gives no share,
 * so that its column bears another name: it is then, among those that the whole does not name, the largest that lies in
 * the whole's, for what the part has of the whole holds all else of it that lies there.
 */
function sameMeasure(
  part: ReadonlyMap<string, Quantity> | undefined,
  measure: string,
  whole: ReadonlyMap<string, Quantity>,
): Quantity | undefined {
  const named = part?.get(measure);
  const told = whole.get(measure);
  if (named || !part || !told) return named;
  const within = [...part]
    .filter(([id, { unit }]) => !whole.has(id) && unit === told.unit)
    .flatMap(([, quantity]) => (subtractQuantities(told, [quantity]) ? [quantity] : []));
  return within.toSorted((a, b) => b.value - a.value)[0];
}
