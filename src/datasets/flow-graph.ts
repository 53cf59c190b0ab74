import type { Contribution } from '../model/table.ts';
import type { FlowOrder } from './flow-order.ts';
import { type LedgerNode, nodeId, payeeOf, payerOf } from './flux-nodes.ts';
import { type Nature, NIVEAUX, type Niveau, type Statut, type TypeFinanceur } from './flux-options.ts';
import { type OpenFlow, OTHERS, OTHERS_WITH_EXPENSES } from './open-ledger.ts';

/** What one picture of flows is about: statuses and natures are never added. */
export interface FlowState {
  readonly exercice: string;
  readonly statut: Statut;
  readonly nature: Nature;
}

/** A node of a picture. `montant`, in cents, is what it gets, or gives where it gets nothing. */
export interface GraphNode {
  readonly id: string;
  readonly niveau: Niveau;
  readonly label: string;
  /** What pictures write where room is scarce. */
  readonly court: string;
  /** 0: who gives first; 1: dispositifs; 2: actions; 3: who gets last. */
  readonly colonne: number;
  /** The kind of a funder; null for any other node. */
  readonly type: TypeFinanceur | null;
  readonly montant: number;
  readonly contributions: readonly Contribution[];
}

/** All that goes from one node to another, in cents. */
export interface GraphLink {
  readonly de: string;
  readonly vers: string;
  readonly montant: number;
  readonly contributions: readonly Contribution[];
}

/** The nodes of a picture in the author's order, and the links between them in the order of their ends. */
export interface FlowGraph {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
}

const LEVELS = Object.keys(NIVEAUX) as Niveau[];

const COLUMNS: Readonly<Record<Niveau, number>> = {
  financeur: 0,
  dispositif: 1,
  action: 2,
  beneficiaire: 3,
  depense: 3,
  reste: 3,
};

/** The flows of one picture. */
export function flowsIn(flows: readonly OpenFlow[], { exercice, statut, nature }: FlowState): readonly OpenFlow[] {
  return flows.filter((row) => row.millesime === exercice && row.statut === statut && row.nature === nature);
}

/**
 * The graph of one picture. `flows` is the whole ledger: nodes that the author does not order come after the others of
 * their level, in the order of the ledger, so that every exercice has the same order.
 */
export function graphFlows(flows: readonly OpenFlow[], order: FlowOrder, state: FlowState): FlowGraph {
  const rankOf = rankNodes(flows, order);
  const links = [...Map.groupBy(flowsIn(flows, state), (row) => `${payerOf(row).id} ${payeeOf(row).id}`).values()]
    .map((rows) => ({ from: payerOf(rows[0]!), to: payeeOf(rows[0]!), ...addFlows(rows) }))
    .sort((a, b) => rankOf(a.from) - rankOf(b.from) || rankOf(a.to) - rankOf(b.to));
  const ends = new Map(links.flatMap(({ from, to }) => [from, to]).map((node) => [node.id, node]));
  const nodes = [...ends.values()].map((node) => {
    const incoming = links.filter(({ to }) => to.id === node.id);
    const outgoing = links.filter(({ from }) => from.id === node.id);
    const own = incoming.length > 0 ? incoming : outgoing;
    return { ...describeNode(node, order, incoming.length > 0), ...addFlows(own) };
  });
  return {
    nodes: nodes.sort((a, b) => a.colonne - b.colonne || rankOf(a) - rankOf(b)),
    links: links.map(({ from, to, ...sum }) => ({ de: from.id, vers: to.id, ...sum })),
  };
}

/** The name of a node as the author writes it, else as the ledger does, and what else the author says. */
function describeNode({ id, niveau, nom }: LedgerNode, order: FlowOrder, gets: boolean) {
  const said = order[niveau].find((node) => nodeId(niveau, node.nom) === id);
  const label = said?.nom ?? nom;
  return {
    id,
    niveau,
    label,
    court: said?.court ?? label,
    // A report comes in where the money does.
    colonne: niveau === 'reste' && !gets ? COLUMNS.financeur : COLUMNS[niveau],
    type: niveau === 'financeur' ? (said?.type ?? ('autre' as const)) : null,
  };
}

function addFlows(flows: readonly Pick<OpenFlow, 'montant' | 'contributions'>[]) {
  return {
    montant: flows.reduce((sum, { montant }) => sum + montant, 0),
    contributions: flows.flatMap(({ contributions }) => contributions),
  };
}

/** Ranks by level, then by the author's order, then by the ledger; gathered nodes end their level. */
function rankNodes(flows: readonly OpenFlow[], order: FlowOrder): (node: Pick<LedgerNode, 'id' | 'niveau'>) => number {
  const ends = flows.flatMap((row) => [payerOf(row), payeeOf(row)]);
  const ranked = LEVELS.flatMap((niveau) => {
    const said = order[niveau].map(({ nom }) => nodeId(niveau, nom));
    const met = [...new Set(ends.filter((node) => node.niveau === niveau).map(({ id }) => id))];
    const gathered = [OTHERS[niveau], OTHERS_WITH_EXPENSES].map((nom) => nodeId(niveau, nom));
    const isSaid = (id: string) => said.includes(id) || gathered.includes(id);
    return [...said.filter((id) => !gathered.includes(id)), ...met.filter((id) => !isSaid(id)), ...gathered];
  });
  const ranks = new Map(ranked.map((id, rank) => [id, rank]));
  return ({ id }) => ranks.get(id)!;
}
