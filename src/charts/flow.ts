import type { PublishedCell, PublishedRow, PublishedTable } from '../model/table.ts';
import { cellOf, textOf } from './rows.ts';

/**
 * The two tables of a Sankey, rows in the author's order, measure `montant`. `liens`: key `de`, `vers`. `noeuds`: key
 * `noeud`, attributes `label` and `colonne`, and where wanted `court` (the name where room is scarce), `type` and
 * `type_libelle` (what the colour of a node of the first column means: its code and its words).
 */
export interface FlowTables {
  readonly liens: PublishedTable;
  readonly noeuds: PublishedTable;
}

/** A node with what flows in and out of it. */
export interface FlowNode {
  readonly id: string;
  readonly label: string;
  /** The name where room is scarce. */
  readonly short: string;
  /** Code and words of what its colour means; both empty where it has none. */
  readonly type: string;
  readonly typeLabel: string;
  /** A named remainder: "Report", "Reste à répartir". */
  readonly remainder: boolean;
  readonly row: PublishedRow;
  readonly cell: PublishedCell;
  readonly column: number;
  /** What it holds, in the measure's unit: its own amount, or what flows in or out where that is more. */
  readonly value: number;
  readonly incoming: FlowLink[];
  readonly outgoing: FlowLink[];
}

/** A link between two nodes. */
export interface FlowLink {
  readonly row: PublishedRow;
  readonly cell: PublishedCell;
  readonly from: FlowNode;
  readonly to: FlowNode;
}

/** Nodes by column, in the author's order, and the links between them. */
export interface Flow {
  readonly columns: readonly (readonly FlowNode[])[];
  readonly links: readonly FlowLink[];
}

/** Whether a row of the nodes is a named remainder. */
export type IsRemainder = (row: PublishedRow) => boolean;

/** Reads the tables without touching them; a link to nowhere, backwards or round in a loop is a bug of the figure. */
export function readFlow({ liens, noeuds }: FlowTables, isRemainder: IsRemainder = () => false): Flow {
  const nodes = new Map<string, FlowNode & { value: number; column: number }>();
  for (const row of noeuds.rows) {
    const id = row.key.noeud ?? '';
    if (nodes.has(id)) throw new Error(`Flow with two nodes "${id}"`);
    const label = textOf(noeuds, row, 'noeud');
    nodes.set(id, {
      id,
      label,
      short: textOf(noeuds, row, 'court') || label,
      type: textOf(noeuds, row, 'type'),
      typeLabel: textOf(noeuds, row, 'type_libelle') || textOf(noeuds, row, 'type'),
      remainder: isRemainder(row),
      row,
      cell: cellOf(row, 'montant'),
      column: Number(row.attributes?.colonne ?? Number.NaN),
      value: 0,
      incoming: [],
      outgoing: [],
    });
  }
  const links = liens.rows.map((row): FlowLink => {
    const [from, to] = [nodes.get(row.key.de ?? ''), nodes.get(row.key.vers ?? '')];
    if (!from || !to) throw new Error(`Flow from "${row.key.de}" to "${row.key.vers}": no such node`);
    const link = { row, cell: cellOf(row, 'montant'), from, to };
    if ((link.cell.value ?? 0) < 0) throw new Error(`Flow from "${from.id}" to "${to.id}" is negative`);
    from.outgoing.push(link);
    to.incoming.push(link);
    return link;
  });
  const all = [...nodes.values()];
  if (all.some(({ column }) => Number.isNaN(column))) setColumns(all);
  for (const { from, to } of links) {
    if (from.column >= to.column) throw new Error(`Flow from "${from.id}" to "${to.id}" does not go to a later column`);
  }
  for (const node of all) node.value = Math.max(node.cell.value ?? 0, sumOf(node.incoming), sumOf(node.outgoing));
  const order = [...new Set(all.map(({ column }) => column))].sort((a, b) => a - b);
  return { columns: order.map((column) => all.filter((node) => node.column === column)), links };
}

/** What links carry together, those not shown left out. */
export function sumOf(links: readonly FlowLink[]): number {
  return links.reduce((sum, { cell }) => sum + (cell.value ?? 0), 0);
}

/** Columns from the links, where the table does not say: as far along as the longest way that leads there. */
function setColumns(nodes: readonly { column: number; id: string; incoming: FlowLink[] }[]): void {
  for (const node of nodes) node.column = 0;
  for (let round = 0; ; round++) {
    const late = nodes.filter((node) => node.incoming.some(({ from }) => from.column >= node.column));
    if (late.length === 0) return;
    if (round > nodes.length) throw new Error(`Flow goes round in a loop through "${late[0]?.id}"`);
    for (const node of late) node.column = 1 + Math.max(...node.incoming.map(({ from }) => from.column));
  }
}
