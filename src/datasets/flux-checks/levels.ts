import { NIVEAUX, type Niveau } from '../flux-options.ts';
import { listEnds, nameOf } from './ends.ts';
import { findLoops } from './loops.ts';
import type { LedgerCheck } from './rule.ts';
import { faultOfName, groupRows } from './tell.ts';

/** One name at two levels of an exercice, where no money goes round: perhaps two things, perhaps a wrong level; a warning. */
export const checkLevels: LedgerCheck = (ledger) => {
  const looping = new Set(listEnds(findLoops(ledger.rows).flat()).map(({ node }) => nameOf(node)));
  return groupRows(ledger.rows, ({ millesime }) => millesime).flatMap((rows) => {
    const first = new Map<string, Niveau>();
    const told = new Set<string>();
    return listEnds(rows).flatMap(({ row, side, node }) => {
      const name = nameOf(node);
      const known = first.get(name) ?? node.niveau;
      first.set(name, known);
      if (known === node.niveau || looping.has(name) || told.has(node.id)) return [];
      told.add(node.id);
      return [
        faultOfName(ledger, row, side, {
          level: 'avertissement',
          problem: `le même nom est à deux niveaux : « ${NIVEAUX[known]} » et « ${NIVEAUX[node.niveau]} »`,
          expected: 'un niveau pour un nom, ou deux noms distincts',
        }),
      ];
    });
  });
};
