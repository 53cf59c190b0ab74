import type { FlowOutline, OutlinedNode } from '../model/drawing.ts';
import { typo } from '../text/typography.ts';
import type { FlowNode } from './flow.ts';
import { cellOfNode, type FlowInk, keyOf } from './flow-ink.ts';
import { sayCell } from './rows.ts';
import { shareLink, shareNode, traceNode } from './say-flow.ts';

/** A flow, and its exercice where a picture shows several. */
type DatedInk = FlowInk & { readonly moment?: string };

/** Flows in the picture's order: columns, their nodes, and the links of each in the order of the nodes where they end. */
export function outlineFlows(inks: readonly DatedInk[], colonnes: readonly string[], turned: boolean): FlowOutline {
  return {
    turned,
    // Words cost more than the drawing, and only pages have a list.
    get columns() {
      return inks.flatMap((ink) => outlineColumns(ink, colonnes));
    },
  };
}

function outlineColumns(ink: DatedInk, colonnes: readonly string[]): FlowOutline['columns'] {
  const order: Order = new Map(
    ink.flow.columns.flat().map((node, rank) => [node, { rank, label: typo(node.label) }] as const),
  );
  return ink.flow.columns.map((nodes, place) => ({
    title: typo([colonnes[nodes[0]!.column] ?? `Colonne ${place + 1}`, ink.moment].filter(Boolean).join(', ')),
    place,
    nodes: nodes.map((node) => outlineNode(ink, node, order)),
  }));
}

/** Rank in the picture of each node, and its name, set once for all its links. */
type Order = ReadonlyMap<FlowNode, { readonly rank: number; readonly label: string }>;

function outlineNode(ink: FlowInk, node: FlowNode, order: Order): OutlinedNode {
  const links = [...node.outgoing].sort((a, b) => order.get(a.to)!.rank - order.get(b.to)!.rank);
  return {
    key: keyOf(node),
    label: order.get(node)!.label,
    amount: typo(sayCell(cellOfNode(node), ink.unit) + shareNode(ink, node)),
    more: typo(shareNode(ink, node) + traceNode(ink, node)),
    links: links.map((link) => ({
      key: keyOf(link),
      to: keyOf(link.to),
      label: order.get(link.to)!.label,
      amount: typo(sayCell(link.cell, ink.unit)),
      more: typo(shareLink(link)),
    })),
  };
}
