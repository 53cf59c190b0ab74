import { componentOf, connect, findExposed, membersOf, type Network, type Unknown } from './exposure.ts';
import type { Quantity } from './quantity.ts';
import type { System } from './relations.ts';

/** All that must be hidden, and what would be worked out even so. */
export interface Protection {
  readonly hidden: ReadonlySet<string>;
  readonly exposed: readonly string[];
}

/**
 * Complementary masking: hides further quantities, until no hidden one can be worked out from what is published, then
 * shows again those that turn out to be of no use. Stops where nothing is left to hide: a whole table must then go.
 */
export function protect(system: System, { hidden, unpublished }: Unknown): Protection {
  const network = connect(system);
  const kept = new Set(hidden);
  const exposed = hideHelpers(system, network, kept, unpublished);
  if (exposed.length === 0) showUseless(system, network, kept, hidden, unpublished);
  return { hidden: kept, exposed };
}

function hideHelpers(
  system: System,
  network: Network,
  kept: Set<string>,
  unpublished: ReadonlySet<string>,
): readonly string[] {
  const unknown = { hidden: kept, unpublished };
  const waiting = new Set(kept);
  for (const id of waiting) {
    const component = componentOf(id, network, unknown);
    const exposed = findExposed(component, system, unknown);
    if (exposed.length === 0) {
      for (const safe of component.ids) waiting.delete(safe);
      continue;
    }
    // One at a time: a quantity hidden for one often protects several.
    const helper = helperOf(exposed, system, network, unknown);
    if (!helper) return exposed;
    kept.add(helper);
    waiting.add(helper);
    // The set gives again what is taken out and put back: the component is looked at until it is safe.
    waiting.delete(id);
    waiting.add(id);
  }
  return [];
}

/** The published quantity that is missed least, in the relations of exposed ones or, failing that, of those next to them. */
function helperOf(
  exposed: readonly string[],
  { quantities, bases }: System,
  network: Network,
  { hidden, unpublished }: Unknown,
): string | undefined {
  const isSeen = (id: string) => !hidden.has(id) && !unpublished.has(id);
  const reached = new Set(exposed);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    const near = new Set([...reached].flatMap((id) => (network.get(id) ?? []).flatMap(membersOf)));
    const candidates = [...near].filter((id) => isSeen(id) && !bases.has(id));
    if (candidates.length > 0) return leastMissed(candidates, quantities, network, isSeen);
    for (const id of near) reached.add(id);
  }
  return undefined;
}

/**
 * First those that drag the fewest others along (a relation where they would be alone gives them back), then those that
 * the fewest units make. The id makes the choice the same in every build.
 */
function leastMissed(
  ids: readonly string[],
  quantities: System['quantities'],
  network: Network,
  isSeen: (id: string) => boolean,
): string | undefined {
  const costs = ids.map((id) => ({
    id,
    alone: (network.get(id) ?? []).filter((relation) => membersOf(relation).every((member) => isSeen(member))).length,
    size: (quantities.get(id) as Quantity).size,
  }));
  return costs.sort((a, b) => a.alone - b.alone || a.size - b.size || (a.id < b.id ? -1 : 1))[0]?.id;
}

/** The largest first: showing one again often makes smaller ones needed. */
function showUseless(
  system: System,
  network: Network,
  kept: Set<string>,
  hidden: ReadonlySet<string>,
  unpublished: ReadonlySet<string>,
): void {
  const unknown = { hidden: kept, unpublished };
  const sizeOf = (id: string) => system.quantities.get(id)?.size ?? 0;
  const helpers = [...kept].filter((id) => !hidden.has(id)).sort((a, b) => sizeOf(b) - sizeOf(a) || (a < b ? -1 : 1));
  for (const helper of helpers) {
    kept.delete(helper);
    if (!isSafeAround(helper)) kept.add(helper);
  }

  function isSafeAround(helper: string): boolean {
    const checked = new Set<string>();
    const neighbours = (network.get(helper) ?? [])
      .flatMap(membersOf)
      .filter((id) => kept.has(id) || unpublished.has(id));
    return neighbours.every((id) => {
      if (checked.has(id)) return true;
      const component = componentOf(id, network, unknown);
      for (const one of component.ids) checked.add(one);
      return findExposed(component, system, unknown).length === 0;
    });
  }
}
