import { findExposed, type Unknown } from './exposure.ts';
import type { Quantity } from './quantity.ts';
import type { System } from './relations.ts';

/**
 * Complementary masking: hides further quantities, the smallest that do, until no hidden one can be worked out from
 * what is published. Gives all that must be hidden.
 */
export function protect(system: System, { hidden, unpublished }: Unknown): ReadonlySet<string> {
  const kept = new Set(hidden);
  const judged = new Map<string, readonly string[]>();
  for (;;) {
    const exposed = findExposed(system, { hidden: kept, unpublished }, judged);
    if (exposed.length === 0) return kept;
    for (const together of exposed) {
      const helpers = together.flatMap((id) => helperOf(id, system, { hidden: kept, unpublished }) ?? []);
      if (helpers.length === 0) throw new Error(`Nothing is left to hide that would protect ${together.join(', ')}`);
      // One at a time: a quantity hidden for one often protects several.
      kept.add((helpers.sort(byCost)[0] as Quantity).id);
    }
  }
}

/** The cheapest published quantity in a relation of an exposed one or, failing that, in the relations next to those. */
function helperOf(
  id: string,
  { quantities, relations }: System,
  { hidden, unpublished }: Unknown,
): Quantity | undefined {
  const reached = new Set([id]);
  for (let grown = true; grown; ) {
    const size = reached.size;
    const members = relations
      .map(({ total, parts }) => [total, ...parts])
      .filter((all) => all.some((member) => reached.has(member)));
    const isSeen = (member: string) => !hidden.has(member) && !unpublished.has(member);
    const candidates = members
      .flat()
      .filter(isSeen)
      .flatMap((member) => quantities.get(member) ?? []);
    if (candidates.length > 0) return candidates.sort(byCost)[0];
    for (const member of members.flat()) reached.add(member);
    grown = reached.size > size;
  }
  return undefined;
}

/** Fewest units first: what few places make is missed least. The id makes the choice the same in every build. */
function byCost(a: Quantity, b: Quantity): number {
  return a.size - b.size || (a.id < b.id ? -1 : 1);
}
