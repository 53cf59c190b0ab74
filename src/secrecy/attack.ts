import type { PublishedCell, PublishedTable } from '../model/table.ts';
import { type Equality, type Interval, type Solver, withSolver } from './linear-program.ts';
import { type Quantity, quantityOf } from './quantity.ts';
import { findRelations, type Relation, type System } from './relations.ts';
import { isCount } from './revealing.ts';
import type { Submission } from './submission.ts';
import type { Thresholds } from './thresholds.ts';

/** A number that should not be read and that the intruder knows, or nearly: between `low` and `high`. */
export interface Finding extends Interval {
  readonly quantity: string;
  readonly unit: Quantity['unit'];
  /** Where it is masked, or told; nowhere for what no cell shows, such as a territory that is left out. */
  readonly cells: readonly string[];
}

/** What the intruder reads: the numbers that are told, and where; where others are masked. */
interface Reading {
  readonly told: ReadonlyMap<string, number>;
  readonly masked: ReadonlyMap<string, readonly string[]>;
  readonly shown: ReadonlyMap<string, readonly string[]>;
}

/**
 * An intruder who reads all that is published, knows how tables add up, and solves: the numbers that are masked, or left
 * out, and can have one value only (counts) or values so near each other that they may all lie within a tenth of the true
 * one (amounts); and counts told though too small. The submissions give him the structure and nothing else: which cells
 * are one number, and which numbers make another.
 *
 * @param about the numbers by which to start: only what is bound to one of them is worked out; all of it without
 */
export function attack(
  published: ReadonlyMap<string, PublishedTable>,
  submissions: readonly Submission[],
  thresholds: Thresholds,
  about?: ReadonlySet<string>,
): readonly Finding[] {
  const seen = structureSeen(published, submissions);
  const system = findRelations(seen, thresholds);
  const reading = read(published, seen, system);
  const found = new Map([...readDirectly(reading, system, thresholds), ...workOut(reading, system, about)]);
  return [...found].map(([quantity, interval]) => ({
    quantity,
    unit: system.quantities.get(quantity)?.unit ?? 'count',
    cells: reading.masked.get(quantity) ?? reading.shown.get(quantity) ?? [],
    ...interval,
  }));
}

/** The structure that is seen: a table of several rows of which nothing is told is as good as left out. */
export function structureSeen(
  published: ReadonlyMap<string, PublishedTable>,
  submissions: readonly Submission[],
): readonly Submission[] {
  return submissions.map((submission) => {
    const rows = published.get(submission.address)?.rows ?? [];
    const isClosed =
      rows.length > 1 && rows.every(({ cells }) => Object.values(cells).every(({ value }) => value === null));
    return isClosed ? { ...submission, withheld: true } : submission;
  });
}

/** What is masked here and told there, and counts that are too small to be told. */
function readDirectly(
  { told, masked }: Reading,
  { quantities }: System,
  { minimumUnits }: Thresholds,
): readonly (readonly [string, Interval])[] {
  const isSmall = (id: string, value: number) =>
    quantities.get(id)?.unit === 'count' && value > 0 && value < minimumUnits;
  return [...told]
    .filter(([id, value]) => masked.has(id) || isSmall(id, value))
    .map(([id, value]) => [id, { low: value, high: value }] as const);
}

/** What is neither told nor free enough, each group of relations solved apart. */
function workOut(
  reading: Reading,
  { relations, ...system }: System,
  about?: ReadonlySet<string>,
): readonly (readonly [string, Interval])[] {
  const isAbout = ({ total, parts }: Relation) => !about || [total, ...parts].some((id) => about.has(id));
  const equalities = new Map(
    relations.flatMap((relation) =>
      equalityOf(relation, reading.told).map((equality) => [equality, isAbout(relation)] as const),
    ),
  );
  return componentsOf([...equalities.keys()])
    .filter((component) => component.some((equality) => equalities.get(equality)))
    .flatMap((component) => [...narrowest(component, reading, system)]);
}

/** What published cells tell, number by number. */
function read(
  published: ReadonlyMap<string, PublishedTable>,
  submissions: readonly Submission[],
  { quantities, bases }: System,
): Reading {
  const told = new Map<string, number>();
  const masked = new Map<string, string[]>();
  const shown = new Map<string, string[]>();
  for (const { address, gated, table } of submissions) {
    const rows = gated ? (published.get(address)?.rows ?? []) : [];
    for (const [index, { cells }] of rows.entries()) {
      for (const [measure, cell] of Object.entries(cells)) {
        const source = table.rows[index]?.cells[measure];
        if (!source) continue;
        const { id, value, size } = quantities.get(`${address}/${index}/${measure}`) ?? quantityOf(source);
        const where = `${address}/${index}/${measure}`;
        if (cell.sign === 's') {
          // How many units answered is told by the bases: no secret is made of it.
          if (size > 0 && !bases.has(id)) masked.set(id, [...(masked.get(id) ?? []), where]);
        } else if (cell.value !== null) {
          // A share of an amount is read as the amount: its whole is told by another indicator.
          told.set(id, isCount(source) ? unitsIn(cell) : value);
          shown.set(id, [...(shown.get(id) ?? []), where]);
        }
      }
    }
    // Where each unit gave one answer, what any answer is a share of is the total.
    for (const { total, parts } of table.sums) {
      const whole = table.rows[total[0]]?.cells[total[1]];
      const base = parts.map(([row, measure]) => rows[row]?.cells[measure]?.base).find((one) => one !== undefined);
      if (whole && isCount(whole) && whole.n === whole.base && base !== undefined) told.set(quantityOf(whole).id, base);
    }
  }
  return { told, masked, shown };
}

function unitsIn({ kind, value, n, base }: PublishedCell): number {
  return n ?? (kind === 'share' ? Math.round(((value ?? 0) * (base ?? 0)) / 100) : (value ?? 0));
}

/** The relation with what is told on one side; nothing where nothing is left to find. */
function equalityOf({ total, parts }: Relation, told: Reading['told']): readonly Equality[] {
  const factors = new Map<string, number>();
  let constant = 0;
  for (const [id, factor] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
    const value = told.get(id);
    if (value === undefined) factors.set(id, (factors.get(id) ?? 0) + factor);
    else constant -= factor * value;
  }
  return factors.size === 0 ? [] : [{ factors, constant }];
}

/** Equalities that share no unknown are solved apart. */
function componentsOf(equalities: readonly Equality[]): readonly (readonly Equality[])[] {
  const component = new Map<string, Set<Equality>>();
  for (const equality of equalities) {
    const joined = new Set([equality]);
    for (const id of equality.factors.keys()) for (const other of component.get(id) ?? []) joined.add(other);
    for (const { factors } of joined) for (const id of factors.keys()) component.set(id, joined);
  }
  return [...new Set(component.values())].map((joined) => [...joined]);
}

/** Amounts whose greatest value is not this many times the least may all lie within a tenth of one of them. */
const NARROW = 1.1 / 0.9;

/** Rounding of the solver. */
const EPSILON = 1e-5;

/** The unknown of a component that can hardly be anything else, and between which bounds. */
function narrowest(
  equalities: readonly Equality[],
  { masked }: Reading,
  { quantities, bases }: Omit<System, 'relations'>,
): ReadonlyMap<string, Interval> {
  const ids = [...new Set(equalities.flatMap(({ factors }) => [...factors.keys()]))];
  const { unit } = quantities.get(ids[0] as string) as Quantity;
  const wanted = ids.filter((id) => masked.has(id) || !bases.has(id));
  if (wanted.length === 0) return new Map();
  // Alone in its relation, it is what the others leave.
  const alone = ids.length === 1 ? valueAlone(equalities) : undefined;
  if (alone) return new Map([alone]);
  // The solver is at ease with numbers around a thousand; cents make thousands of millions.
  const scale = unit === 'count' ? 1 : Math.max(1, ...equalities.map(({ constant }) => Math.abs(constant))) / 1000;
  // Zeros are published, so that a masked count is one at least.
  const isCounted = (id: string) => unit === 'count' && masked.has(id) && !quantities.get(id)?.veiled;
  const least = new Map(ids.map((id) => [id, isCounted(id) ? 1 : 0]));
  const scaled = equalities.map(({ factors, constant }) => ({ factors, constant: constant / scale }));
  return withSolver({ equalities: scaled, least }, (solver) => {
    const search = unit === 'count' ? searchWhole : searchNarrow;
    const found = search(solver, wanted);
    return new Map([...found].map(([id, { low, high }]) => [id, { low: low * scale, high: high * scale }]));
  });
}

function valueAlone([equality]: readonly Equality[]): readonly [string, Interval] | undefined {
  const [only] = equality?.factors ?? [];
  if (!equality || !only) return undefined;
  const value = equality.constant / only[1];
  return [only[0], { low: value, high: value }];
}

/** Amounts: every solution that is met clears the unknown that it shows far from what another one showed. */
function searchNarrow(solver: Solver, wanted: readonly string[]): ReadonlyMap<string, Interval> {
  const seen = new Map<string, Interval>();
  const isWide = (id: string) => {
    const { low, high } = seen.get(id) ?? { low: 0, high: 0 };
    return high > low * NARROW + EPSILON;
  };
  return searchEach(solver, wanted, seen, isWide, () => true);
}

/** Counts: first as if they could be broken, then whole where that left one value or none that is whole. */
function searchWhole(solver: Solver, wanted: readonly string[]): ReadonlyMap<string, Interval> {
  const seen = new Map<string, Interval>();
  const isWide = (id: string) => {
    const { low, high } = seen.get(id) ?? { low: 0, high: 0 };
    return high - low > 1 - EPSILON;
  };
  const isWhole = (solution: ReadonlyMap<string, number>) =>
    [...solution.values()].every((value) => Math.abs(value - Math.round(value)) < EPSILON);
  const left = [...searchEach(solver, wanted, seen, isWide, isWhole).keys()];
  if (left.length === 0) return new Map();
  solver.makeWhole();
  return searchEach(solver, left, seen, isWide, isWhole);
}

/** Asks for both ends of each unknown that no solution met so far has cleared; gives those that stay narrow. */
function searchEach(
  solver: Solver,
  wanted: readonly string[],
  seen: Map<string, Interval>,
  isWide: (id: string) => boolean,
  isProof: (solution: ReadonlyMap<string, number>) => boolean,
): ReadonlyMap<string, Interval> {
  const ends = new Map<string, Interval>();
  for (const id of wanted) {
    const reached = (['greatest', 'least'] as const).map((direction) => {
      if (isWide(id)) return undefined;
      const solution = solver.extreme(id, direction);
      if (!solution) return Number.POSITIVE_INFINITY;
      if (isProof(solution)) for (const [other, value] of solution) seen.set(other, widen(seen.get(other), value));
      return solution.get(id);
    });
    const [high, low] = reached;
    if (!isWide(id) && high !== undefined && low !== undefined && high < Number.POSITIVE_INFINITY)
      ends.set(id, { low, high });
  }
  return ends;
}

function widen(interval: Interval | undefined, value: number): Interval {
  return { low: Math.min(interval?.low ?? value, value), high: Math.max(interval?.high ?? value, value) };
}
