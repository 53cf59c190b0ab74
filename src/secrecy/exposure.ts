import { doublesOf } from './doubles.ts';
import type { Quantity } from './quantity.ts';
import type { Relation, System } from './relations.ts';

/** What readers do not see: `hidden` must stay unknown, `unpublished` is only not shown. */
export interface Unknown {
  readonly hidden: ReadonlySet<string>;
  readonly unpublished: ReadonlySet<string>;
}

/** The relations that each quantity takes part in. */
export type Network = ReadonlyMap<string, readonly Relation[]>;

/** Indexes relations by their members. */
export function connect({ relations }: System): Network {
  const network = new Map<string, Relation[]>();
  for (const relation of relations) {
    for (const id of membersOf(relation)) {
      const own = network.get(id);
      if (own) own.push(relation);
      else network.set(id, [relation]);
    }
  }
  return network;
}

/** The total and the parts. */
export function membersOf({ total, parts }: Relation): readonly string[] {
  return [total, ...parts];
}

/** Unknown that hang together: relations that share none of them say nothing of each other. */
export interface Component {
  readonly ids: readonly string[];
  readonly relations: readonly Relation[];
}

/** All that readers could use to work one unknown out. */
export function componentOf(id: string, network: Network, { hidden, unpublished }: Unknown): Component {
  const ids = new Set([id]);
  const relations = new Set<Relation>();
  for (const one of ids) {
    for (const relation of network.get(one) ?? []) {
      if (relations.has(relation)) continue;
      relations.add(relation);
      for (const member of membersOf(relation)) if (hidden.has(member) || unpublished.has(member)) ids.add(member);
    }
  }
  return { ids: [...ids], relations: [...relations] };
}

/**
 * The hidden quantities of a component that what is published gives back: those for which no other numbers would give
 * the same published tables. Another number is one unit away for a count, and a tenth away for an amount.
 */
export function findExposed(
  { ids, relations }: Component,
  { quantities }: System,
  { hidden }: Unknown,
): readonly string[] {
  // The largest first: what is left free is then small, and finds room in the others.
  const sorted = ids.map((id) => quantities.get(id) as Quantity).sort((a, b) => b.value - a.value);
  const column = new Map(sorted.map(({ id }, index) => [id, index]));
  const equations = relations.map(({ total, parts }) => {
    const equation = new Float64Array(sorted.length);
    const add = (id: string, factor: number) => {
      const at = column.get(id);
      if (at !== undefined) equation[at] = (equation[at] as number) + factor;
    };
    add(total, -1);
    for (const part of parts) add(part, 1);
    return equation;
  });
  const unknowns = sorted.map(({ id, unit, value, veiled }) => ({
    value,
    whole: unit === 'count',
    // Zeros are published, so that a hidden count is known to be one at least.
    least: unit === 'count' && hidden.has(id) && !veiled ? 1 : 0,
    wanted: hidden.has(id),
  }));
  const doubles = doublesOf(equations, unknowns);
  return sorted.filter(({ id }, index) => hidden.has(id) && !doubles[index]).map(({ id }) => id);
}
