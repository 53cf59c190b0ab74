/** An amount that is hidden may not be known more precisely than this, as a share of itself. */
const AMOUNT_MARGIN = 0.1;

/** Rounding of sums of cents and of elimination. */
const EPSILON = 1e-6;

/** Moves after which a search is given up; the number then counts as given back, which is the safe side. */
const MOST_MOVES = 100;

/** A step that nothing stops: as far as any number goes. */
const FAR = 1e12;

/** A number that readers do not see: what it is, and the least that they know it to be. */
export interface Unknown {
  readonly value: number;
  readonly least: number;
  readonly whole: boolean;
  /** Whether a double is looked for. */
  readonly wanted: boolean;
}

/** Equations solved for some unknown (`basis`, one a row) in terms of the others. */
interface Tableau {
  readonly rows: Float64Array[];
  readonly basis: number[];
}

/**
 * For each unknown, whether it has a double: another set of numbers, none too small, that fulfils the equations as the
 * true ones do, and where this one is clearly different. The simplex method, started from the true numbers.
 */
export function doublesOf(equations: readonly Float64Array[], unknowns: readonly Unknown[]): readonly boolean[] {
  const tableau = eliminate(equations, unknowns.length);
  const found = unknowns.map(() => false);
  for (const [index, { wanted }] of unknowns.entries()) {
    for (const sign of [1, -1] as const) {
      const numbers = wanted && !found[index] ? moveAway(index, sign, tableau, unknowns) : undefined;
      // What was found for one is often a double for others.
      numbers?.forEach((number, other) => {
        const unknown = unknowns[other] as Unknown;
        found[other] ||= Math.abs(number - unknown.value) >= distanceOf(unknown);
      });
    }
  }
  return found;
}

/** How far from its true value a double must be. */
function distanceOf({ value, whole }: Unknown): number {
  return whole ? 1 - EPSILON : value * AMOUNT_MARGIN * (1 + EPSILON) + EPSILON;
}

/** Gauss-Jordan elimination, unknown after unknown. */
function eliminate(equations: readonly Float64Array[], width: number): Tableau {
  const left = equations.map((equation) => equation.slice());
  const tableau: Tableau = { rows: [], basis: [] };
  for (let column = 0; column < width && left.length > 0; column++) {
    const at = left.findIndex((row) => Math.abs(row[column] as number) > EPSILON);
    if (at < 0) continue;
    const [row] = left.splice(at, 1) as [Float64Array];
    scale(row, 1 / (row[column] as number));
    for (const other of [...left, ...tableau.rows]) subtract(other, row, other[column] as number);
    tableau.rows.push(row);
    tableau.basis.push(column);
  }
  return tableau;
}

/**
 * Numbers in which an unknown is far enough from its true value, upwards or downwards, all others following. Leaves the
 * equations solved for other unknown than it found them, which is as good for the next one.
 */
function moveAway(
  target: number,
  sign: 1 | -1,
  tableau: Tableau,
  unknowns: readonly Unknown[],
): readonly number[] | undefined {
  const own = unknowns[target] as Unknown;
  const distance = distanceOf(own);
  if (sign < 0 && own.value - own.least < distance) return undefined;
  const now = unknowns.map(({ value }) => value);
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const move = nextMove(target, sign, tableau, now, unknowns);
    if (!move) return undefined;
    follow(move, tableau, now);
    if (Math.abs((now[target] as number) - own.value) >= distance) return now;
    if (move.blocking === undefined) continue;
    if (own.whole && move.broken) return undefined;
    exchange(tableau, move.blocking, move.free);
  }
  return undefined;
}

interface Move {
  /** The unknown that moves by itself, those of the basis following. */
  readonly free: number;
  readonly direction: 1 | -1;
  readonly step: number;
  /** The row whose unknown stops the move; none where the moving one stops by itself. */
  readonly blocking?: number;
  /** True where the move was cut short to stay whole. */
  readonly broken: boolean;
}

/** The first free unknown whose move takes the target the right way. */
function nextMove(
  target: number,
  sign: 1 | -1,
  tableau: Tableau,
  now: readonly number[],
  unknowns: readonly Unknown[],
): Move | undefined {
  const own = tableau.basis.indexOf(target);
  const row = tableau.rows[own];
  if (!row) return moveOf(target, sign, tableau, now, unknowns);
  for (const [free, { least }] of unknowns.entries()) {
    const factor = row[free] as number;
    if (free === target || Math.abs(factor) <= EPSILON) continue;
    const direction = factor * sign > 0 ? -1 : 1;
    if (direction < 0 && (now[free] as number) - least <= EPSILON) continue;
    return moveOf(free, direction, tableau, now, unknowns);
  }
  return undefined;
}

function moveOf(
  free: number,
  direction: 1 | -1,
  { rows, basis }: Tableau,
  now: readonly number[],
  unknowns: readonly Unknown[],
): Move {
  const { whole, least } = unknowns[free] as Unknown;
  let step = direction < 0 ? (now[free] as number) - least : FAR;
  let blocking: number | undefined;
  let even = true;
  for (const [index, row] of rows.entries()) {
    const factor = (row[free] as number) * direction;
    if (Math.abs(factor) <= EPSILON) continue;
    even &&= Math.abs(factor - Math.round(factor)) <= EPSILON;
    if (factor < 0) continue;
    const follower = basis[index] as number;
    const room = Math.max(0, (now[follower] as number) - (unknowns[follower] as Unknown).least) / factor;
    if (room < step) [step, blocking] = [room, index];
  }
  if (!whole) return { free, direction, step, blocking, broken: false };
  const steps = even ? Math.floor(step + EPSILON) : 0;
  return { free, direction, step: steps, blocking, broken: step - steps > EPSILON };
}

function follow({ free, direction, step }: Move, { rows, basis }: Tableau, now: number[]): void {
  now[free] = (now[free] as number) + direction * step;
  for (const [index, row] of rows.entries()) {
    const follower = basis[index] as number;
    now[follower] = (now[follower] as number) - (row[free] as number) * direction * step;
  }
}

/** The blocking unknown becomes free, the one that moved joins the basis. */
function exchange({ rows, basis }: Tableau, blocking: number, free: number): void {
  const pivot = rows[blocking] as Float64Array;
  scale(pivot, 1 / (pivot[free] as number));
  for (const row of rows) if (row !== pivot) subtract(row, pivot, row[free] as number);
  basis[blocking] = free;
}

function scale(row: Float64Array, factor: number): void {
  for (let at = 0; at < row.length; at++) row[at] = (row[at] as number) * factor;
}

function subtract(row: Float64Array, other: Float64Array, factor: number): void {
  if (Math.abs(factor) <= EPSILON) return;
  for (let at = 0; at < row.length; at++) row[at] = (row[at] as number) - factor * (other[at] as number);
}
