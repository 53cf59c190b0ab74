import { type Finding, saysSomething } from './change.ts';
import type { Veil } from './veils.ts';

/** The finding without any number or word that a veil hides: only that it changes, where it does. */
export function withhold(finding: Finding, veil: Veil): Finding {
  if (!veil.hides(finding.thing) || !saysSomething(finding)) return finding;
  const { pictures, ...rest } = finding;
  const jumps = finding.cells.filter(({ jump }) => jump).map(hideNumbers);
  // A line named after nobody is told once.
  const nameless = new Map(jumps.map((cell) => [cell.where, { ...cell, what: finding.title }]));
  return {
    ...rest,
    words: [],
    cells: veil.hidesNames ? [...nameless.values()] : jumps,
    breaks: [],
    notes: [veil.note],
  };
}

/** A jump still asks for its explanation. */
function hideNumbers(cell: Finding['cells'][number]): Finding['cells'][number] {
  return { ...cell, before: undefined, after: undefined, difference: undefined, breaks: [], weight: 0 };
}
