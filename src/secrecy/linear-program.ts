import loadHighs from 'highs';

/** "The sum of each variable times its factor is `constant`." */
export interface Equality {
  readonly factors: ReadonlyMap<string, number>;
  readonly constant: number;
}

/** Equalities that hang together, and the least that each of their variables can be. */
export interface Program {
  readonly equalities: readonly Equality[];
  readonly least: ReadonlyMap<string, number>;
}

/** What one variable can be. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A program held in the solver's memory, to be asked for one variable after the other. */
export interface Solver {
  /** The value of every variable where this one is least or greatest; undefined where it has no greatest value. */
  extreme(variable: string, direction: 'least' | 'greatest'): ReadonlyMap<string, number> | undefined;
  /** From here on, variables are whole numbers. */
  makeWhole(): void;
}

const highs = await loadHighs();

/** Loads a program, hands its solver to `use`, and frees it. */
export function withSolver<T>(program: Program, use: (solver: Solver) => T): T {
  const names = [...program.least.keys()];
  const column = new Map(names.map((name, index) => [name, index]));
  return highs.withModel({ format: 'lp', data: writeProgram(program, column) }, (model) => {
    model.options.set({ output_flag: false });
    let asked = 0;
    return use({
      extreme: (variable, direction) => {
        model.changeColCost(asked, 0);
        asked = column.get(variable) as number;
        model.changeColCost(asked, direction === 'least' ? 1 : -1);
        model.run();
        const { modelStatus } = highs.constants;
        const status = model.getModelStatus();
        if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return undefined;
        if (status !== modelStatus.optimal) throw new Error(`The published tables contradict each other (${status})`);
        const { colValue } = model.getSolution();
        return new Map(names.map((name, index) => [name, colValue[index] as number]));
      },
      makeWhole: () => {
        for (const index of names.keys()) model.changeColIntegrality(index, highs.constants.variableType.integer);
      },
    });
  });
}

/** The program in the LP format, each variable named after its rank; the first pays nothing, so that none is left out. */
function writeProgram({ equalities, least }: Program, column: ReadonlyMap<string, number>): string {
  const name = (variable: string) => `x${column.get(variable)}`;
  const sum = (factors: Equality['factors']) =>
    [...factors]
      .map(([variable, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name(variable)}`)
      .join(' ');
  return [
    'Minimize',
    ` cost: ${[...least.keys()].map((variable) => `+ 0 ${name(variable)}`).join(' ')}`,
    'Subject To',
    ...equalities.map(({ factors, constant }, index) => ` e${index}: ${sum(factors)} = ${constant}`),
    'Bounds',
    ...[...least].map(([variable, low]) => ` ${name(variable)} >= ${low}`),
    'End',
    '',
  ].join('\n');
}
