import { gatherFlows, smallNodes } from '../charts/gather-flows.ts';
import type { Data } from '../datasets/data.ts';
import { type FlowGraph, type GraphLink, type GraphNode, graphFlows } from '../datasets/flow-graph.ts';
import { nodeId } from '../datasets/flux-nodes.ts';
import { type Nature, NIVEAUX, type Niveau, type Statut } from '../datasets/flux-options.ts';
import { millesimesOf, nameMillesime } from '../datasets/millesimes.ts';
import { OTHERS, OTHERS_WITH_EXPENSES } from '../datasets/open-ledger.ts';

/** One exercice as a picture shows it: its flows with the small ones gathered, and what was gathered. */
export interface FlowPicture {
  readonly exercice: string;
  /** What readers call it. */
  readonly label: string;
  readonly graph: FlowGraph;
  readonly content: readonly Gathering[];
}

/** A node "Autres …" and the nodes that it stands for. */
export interface Gathering {
  readonly autre: GraphNode;
  readonly nodes: readonly GraphNode[];
}

/** Most nodes of a level in a picture: the two levels that share a column make about twenty rows together. */
const MOST = 12;

/** Percent of what named payees get that the gathered ones may hold together: most of the money keeps its names. */
const GATHERED_SHARE = 25;

/**
 * The exercices of a ledger that have flows of one status and one nature, oldest first. All gather the same nodes, those
 * that were small in every exercice, so that nothing comes or goes by the way it is shown.
 */
export function picturesOf(
  { flux, flowOrder, settings }: Pick<Data, 'flux' | 'flowOrder' | 'settings'>,
  { statut, nature }: { readonly statut: Statut; readonly nature: Nature },
): readonly FlowPicture[] {
  const graphs = millesimesOf(flux)
    .map((exercice) => ({ exercice, graph: graphFlows(flux, flowOrder, { exercice, statut, nature }) }))
    .filter(({ graph }) => graph.links.length > 0);
  const small = findSmall(graphs.flatMap(({ graph }) => graph.nodes));
  return graphs.map(({ exercice, graph }) => ({
    exercice,
    label: nameMillesime(settings, exercice),
    ...gatherSmall(graph, small),
  }));
}

/** What those who are paid last are called together, level by level. */
const TOGETHER: Readonly<Record<Niveau, string>> = { ...OTHERS, beneficiaire: 'Bénéficiaires', depense: 'Dépenses' };

/** A graph that ends in one node for all beneficiaries and one for all expenses: what a comparison of exercices has room for. */
export function gatherEnds(graph: FlowGraph): FlowGraph {
  const ends = graph.nodes.filter(({ niveau }) => niveau === 'beneficiaire' || niveau === 'depense');
  return gatherSmall(graph, new Set(ends.map(({ id }) => id)), TOGETHER).graph;
}

/**
 * The pictures of exercices to be compared: a beneficiary that only one of them names may be among those that the other
 * does not tell apart, for lack of an agreement. It then stands with the others in both, so as neither to come nor to go.
 */
export function gatherUnsure(pictures: readonly FlowPicture[]): readonly FlowPicture[] {
  const payees = pictures.map(({ graph }) => graph.nodes.filter(({ niveau }) => niveau === 'beneficiaire'));
  if (payees.flat().every(({ contributions }) => contributions.length === 0)) return pictures;
  const isEverywhere = (id: string) => payees.every((own) => own.some((node) => node.id === id));
  const gathered = [OTHERS.beneficiaire, OTHERS_WITH_EXPENSES].map((nom) => nodeId('beneficiaire', nom));
  const unsure = payees.flat().filter(({ id }) => !isEverywhere(id) && !gathered.includes(id));
  if (unsure.length === 0) return pictures;
  const small = new Set([...unsure.map(({ id }) => id), gathered[0]!]);
  return pictures.map((picture) => ({ ...picture, ...gatherSmall(picture.graph, small) }));
}

/** A graph with some of its nodes gathered, level by level, under the name of each level's others. */
export function gatherSmall(
  graph: FlowGraph,
  small: ReadonlySet<string>,
  names: Readonly<Record<Niveau, string>> = OTHERS,
): Pick<FlowPicture, 'graph' | 'content'> {
  const columns = new Map(graph.nodes.map(({ niveau, colonne }) => [placeOf({ niveau, colonne }), colonne]));
  const placed = graph.nodes.map((node) => ({ ...node, colonne: placeOf(node) }));
  const { nodes, links, content } = gatherFlows<GraphNode, GraphLink>(placed, graph.links, {
    small,
    isKept: isRemainder,
    gather: (inside, colonne) => gatherNodes(inside, colonne, names),
    merge: (merged, de, vers) => ({ de, vers, ...addUp(merged) }),
  });
  const inColumn = (node: GraphNode): GraphNode => ({ ...node, colonne: columns.get(node.colonne)! });
  return {
    graph: { nodes: nodes.map(inColumn), links },
    content: content.map(({ autre, nodes: inside }) => ({ autre: inColumn(autre), nodes: inside.map(inColumn) })),
  };
}

/** Ids of the nodes that are small in every exercice; those already gathered for secrecy join the others of their level. */
function findSmall(nodes: readonly GraphNode[]): ReadonlySet<string> {
  const largest = [...Map.groupBy(nodes, ({ id }) => id).values()].map((same) =>
    same.reduce((most, node) => (node.montant > most.montant ? node : most)),
  );
  const isOthers = ({ niveau, id }: GraphNode) => id === nodeId(niveau, OTHERS[niveau]);
  const small = smallNodes(
    largest.filter((node) => !isOthers(node)).map((node) => ({ ...node, colonne: placeOf(node) })),
    { most: MOST, least: 0, isKept: isRemainder },
  );
  const payees = smallestOf(largest.filter((node) => node.niveau === 'beneficiaire' && !isOthers(node)));
  const found = new Set([...small, ...payees.map(({ id }) => id)]);
  const levels = new Set(largest.filter(({ id }) => found.has(id)).map(({ niveau }) => niveau));
  return new Set([
    ...found,
    ...largest.filter((node) => isOthers(node) && levels.has(node.niveau)).map(({ id }) => id),
  ]);
}

/** The smallest nodes, two at least, that together hold no more than a given share of all. */
function smallestOf(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const most = nodes.reduce((sum, { montant }) => sum + montant, 0) * (GATHERED_SHARE / 100);
  const sorted = nodes.toSorted((a, b) => a.montant - b.montant);
  let held = 0;
  const beyond = sorted.findIndex(({ montant }) => {
    held += montant;
    return held > most;
  });
  return beyond < 2 ? [] : sorted.slice(0, beyond);
}

/** True for a report and for what is left to give. */
export function isRemainder({ niveau }: { readonly niveau: Niveau }): boolean {
  return niveau === 'reste';
}

/** Levels that share a column stay apart when their small nodes are gathered. */
function placeOf({ niveau, colonne }: Pick<GraphNode, 'niveau' | 'colonne'>): number {
  const levels = Object.keys(NIVEAUX);
  return colonne * levels.length + levels.indexOf(niveau);
}

function gatherNodes(nodes: readonly GraphNode[], colonne: number, names: Readonly<Record<Niveau, string>>): GraphNode {
  const { niveau } = nodes[0]!;
  const label = names[niveau];
  const type = nodes.some((node) => node.type !== null) ? ('autre' as const) : null;
  return { id: nodeId(niveau, label), niveau, label, court: label, colonne, type, ...addUp(nodes) };
}

function addUp(parts: readonly Pick<GraphNode, 'montant' | 'contributions'>[]) {
  return {
    montant: parts.reduce((sum, { montant }) => sum + montant, 0),
    contributions: parts.flatMap(({ contributions }) => contributions),
  };
}
