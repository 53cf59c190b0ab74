import type { Data } from '../datasets/data.ts';
import { type GraphNode, graphFlows } from '../datasets/flow-graph.ts';
import type { Statut } from '../datasets/flux-options.ts';
import { millesimesOf } from '../datasets/millesimes.ts';

/** The latest exercice of a ledger, its funders in the author's order, and the node of each in a status, where it has one. */
interface Funders {
  readonly exercice: string;
  readonly funders: readonly Pick<GraphNode, 'id' | 'label'>[];
  nodeOf(id: string, statut: Statut): GraphNode | undefined;
}

/** The funders of the latest exercice that give money, whatever the status in which they occur. */
export function fundersOf({ flux, flowOrder }: Pick<Data, 'flux' | 'flowOrder'>): Funders {
  const exercice = millesimesOf(flux).at(-1)!;
  const nodesIn = (statut: Statut, flows = flux) =>
    graphFlows(flows, flowOrder, { exercice, statut, nature: 'numeraire' }).nodes.filter(
      ({ niveau }) => niveau === 'financeur',
    );
  const known = new Map<Statut, ReadonlyMap<string, GraphNode>>();
  // All statuses taken for one: only the order of its nodes is used.
  const levelled = flux.map((row) => ({ ...row, statut: 'verse' as const }));
  return {
    exercice,
    funders: nodesIn('verse', levelled),
    nodeOf(id, statut) {
      const nodes = known.get(statut) ?? new Map(nodesIn(statut).map((node) => [node.id, node]));
      known.set(statut, nodes);
      return nodes.get(id);
    },
  };
}
