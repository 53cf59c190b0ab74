import type { Quantity } from './quantity.ts';
import type { Relation, System } from './relations.ts';

/** A hidden amount may not be known more precisely than this, as a share of itself. */
export const AMOUNT_MARGIN = 0.1;

/** What readers do not see: `hidden` must stay unknown, `unpublished` is only not shown. */
export interface Unknown {
  readonly hidden: ReadonlySet<string>;
  readonly unpublished: ReadonlySet<string>;
}

/** One equation between what readers do not know: the sum of `coefficients` times the unknown is `constant`. */
interface Equation {
  readonly coefficients: ReadonlyMap<string, number>;
  readonly constant: number;
}

/** Rounding of sums of cents and of the elimination below. */
const EPSILON = 1e-6;

/**
 * The hidden quantities that published ones give back, together where they depend on each other: by solving the relations, or by bounds (nothing is negative, a
 * hidden count is one at least). Counts may not have a single possible value, amounts may not be known within 10 %.
 * `judged` remembers what was found of the same unknown together, from one call to the next.
 */
export function findExposed(
  system: System,
  unknown: Unknown,
  judged = new Map<string, readonly string[]>(),
): readonly (readonly string[])[] {
  const equations = equationsOf(system, unknown);
  return componentsOf(equations)
    .map((component) => {
      const ids = [...new Set(component.flatMap(({ coefficients }) => [...coefficients.keys()]))];
      const key = ids.toSorted().join();
      const exposed = judged.get(key) ?? exposedIn(component, ids, system, unknown);
      judged.set(key, exposed);
      return exposed;
    })
    .filter((exposed) => exposed.length > 0);
}

function exposedIn(component: readonly Equation[], ids: readonly string[], { quantities }: System, unknown: Unknown) {
  const solved = solve(component, ids);
  const bounds = narrow(component, quantities, unknown);
  return ids.filter((id) => {
    if (!unknown.hidden.has(id)) return false;
    return solved.has(id) || isKnown(quantities.get(id) as Quantity, bounds.get(id) as Bounds);
  });
}

function equationsOf({ quantities, relations }: System, { hidden, unpublished }: Unknown): readonly Equation[] {
  const isUnknown = (id: string) => hidden.has(id) || unpublished.has(id);
  return relations.flatMap(({ total, parts }) => {
    const coefficients = new Map<string, number>();
    let constant = 0;
    for (const [id, sign] of termsOf(total, parts)) {
      if (isUnknown(id)) coefficients.set(id, (coefficients.get(id) ?? 0) + sign);
      else constant -= sign * (quantities.get(id)?.value ?? 0);
    }
    return coefficients.size === 0 ? [] : [{ coefficients, constant }];
  });
}

function termsOf(total: string, parts: Relation['parts']): readonly (readonly [string, number])[] {
  return [[total, -1], ...parts.map((part) => [part, 1] as const)];
}

/** Equations that share no unknown say nothing of each other. */
function componentsOf(equations: readonly Equation[]): readonly (readonly Equation[])[] {
  const leaders = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let leader = id;
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader))
      leader = next;
    leaders.set(id, leader);
    return leader;
  };
  for (const { coefficients } of equations) {
    const [first, ...others] = coefficients.keys();
    for (const other of others) leaders.set(leaderOf(other), leaderOf(first as string));
  }
  return [...Map.groupBy(equations, ({ coefficients }) => leaderOf([...coefficients.keys()][0] as string)).values()];
}

/** The unknown that the equations alone determine (Gauss-Jordan elimination). */
function solve(equations: readonly Equation[], ids: readonly string[]): ReadonlySet<string> {
  const rows = equations.map(({ coefficients }) => ids.map((id) => coefficients.get(id) ?? 0));
  let rank = 0;
  for (let column = 0; column < ids.length && rank < rows.length; column++) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] as number) > EPSILON);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot] as number[], rows[rank] as number[]];
    const top = rows[rank] as number[];
    const scale = top[column] as number;
    for (let at = 0; at < ids.length; at++) top[at] = (top[at] as number) / scale;
    for (const row of rows) {
      const factor = row[column] as number;
      if (row === top || Math.abs(factor) <= EPSILON) continue;
      for (let at = 0; at < ids.length; at++) row[at] = (row[at] as number) - factor * (top[at] as number);
    }
    rank++;
  }
  const alone = rows.slice(0, rank).flatMap((row) => {
    const present = ids.filter((_id, at) => Math.abs(row[at] as number) > EPSILON);
    return present.length === 1 ? present : [];
  });
  return new Set(alone);
}

interface Bounds {
  low: number;
  high: number;
}

/** What each unknown can be at least and at most, each equation tightening the next until nothing moves. */
function narrow(
  equations: readonly Equation[],
  quantities: System['quantities'],
  { hidden }: Unknown,
): ReadonlyMap<string, Bounds> {
  const bounds = new Map<string, Bounds>();
  for (const id of equations.flatMap(({ coefficients }) => [...coefficients.keys()])) {
    const low = hidden.has(id) && quantities.get(id)?.unit === 'count' ? 1 : 0;
    bounds.set(id, { low, high: Number.POSITIVE_INFINITY });
  }
  for (let moved = true, round = 0; moved && round < 100; round++) {
    moved = equations.map((equation) => tighten(equation, bounds, quantities)).some(Boolean);
  }
  return bounds;
}

function tighten(
  { coefficients, constant }: Equation,
  bounds: Map<string, Bounds>,
  quantities: System['quantities'],
): boolean {
  let moved = false;
  for (const [id, coefficient] of coefficients) {
    let [least, most] = [constant, constant];
    for (const [other, factor] of coefficients) {
      if (other === id) continue;
      const { low, high } = bounds.get(other) as Bounds;
      least -= factor > 0 ? factor * high : factor * low;
      most -= factor > 0 ? factor * low : factor * high;
    }
    const ends = [least / coefficient, most / coefficient].sort((a, b) => a - b) as [number, number];
    const whole = quantities.get(id)?.unit === 'count';
    const [low, high] = whole ? [Math.ceil(ends[0] - EPSILON), Math.floor(ends[1] + EPSILON)] : ends;
    const own = bounds.get(id) as Bounds;
    if (low > own.low + EPSILON) [own.low, moved] = [low, true];
    if (high < own.high - EPSILON) [own.high, moved] = [high, true];
  }
  return moved;
}

function isKnown({ unit, value }: Quantity, { low, high }: Bounds): boolean {
  if (unit === 'count') return high - low < 1 - EPSILON;
  return low >= value * (1 - AMOUNT_MARGIN) - EPSILON && high <= value * (1 + AMOUNT_MARGIN) + EPSILON;
}
