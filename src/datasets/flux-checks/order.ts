import { findNearest } from '../../csv/nearest.ts';
import { nodeId } from '../flux-nodes.ts';
import { NIVEAUX, type Niveau } from '../flux-options.ts';
import { listEnds } from './ends.ts';
import type { LedgerCheck } from './rule.ts';
import { tellEnds } from './tell.ts';

/** Levels that the author may leave in the order of the ledger, since beneficiaries come and go. */
const FREE: readonly Niveau[] = ['beneficiaire'];

/** A node that content/flux.yaml does not name, at a level that it orders: drawn after the others; a warning. */
export const checkOrder: LedgerCheck = (ledger) =>
  (Object.keys(NIVEAUX) as Niveau[]).flatMap((niveau) => {
    const names = ledger.order[niveau].map(({ nom }) => nom);
    if (names.length === 0 || FREE.includes(niveau)) return [];
    const known = new Set(names.map((nom) => nodeId(niveau, nom)));
    const strangers = listEnds(ledger.rows).filter(({ node }) => node.niveau === niveau && !known.has(node.id));
    return [...Map.groupBy(strangers, ({ node }) => node.id).values()].flatMap((ends) =>
      tellEnds(ledger, ends, {
        level: 'avertissement',
        problem: `absent de ${ledger.orderFile}, donc dessiné après les autres`,
        expected: `un nom que ce fichier donne au niveau « ${NIVEAUX[niveau]} »`,
        nearest: findNearest(ends[0]!.node.nom, names),
      }),
    );
  });
