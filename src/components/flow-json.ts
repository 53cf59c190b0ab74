import type { Tables } from '../model/figure.ts';
import { labelOf, type PublishedRow, type PublishedTable } from '../model/table.ts';

/** A node as d3-sankey takes it, with `nodeId(({ id }) => id)`; `value` is what is published of it. */
interface FlowJsonNode {
  readonly id: string;
  readonly name: string;
  readonly value: number | null;
  readonly [attribute: string]: string | number | null;
}

/** A link as d3-sankey takes it. */
interface FlowJsonLink {
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

/** Nodes and links for d3-sankey, in euros. */
export interface FlowJson {
  readonly nodes: readonly FlowJsonNode[];
  readonly links: readonly FlowJsonLink[];
}

/**
 * The flows that a figure's tables hold, for d3-sankey: links are a table with keys `de` and `vers`, nodes one with the
 * key `noeud`. `flows` by code where a further key (`exercice`) tells several; nothing for other figures. A link whose
 * amount is hidden is left out: d3-sankey takes numbers only.
 */
export function flowJson(
  tables: Tables<PublishedTable>,
): FlowJson | { readonly flows: Readonly<Record<string, FlowJson>> } | undefined {
  const liens = findTable(tables, ['de', 'vers']);
  const noeuds = findTable(tables, ['noeud']);
  if (!liens || !noeuds) return undefined;
  const further = liens.columns.find(({ id, role }) => role === 'key' && !['de', 'vers'].includes(id))?.id;
  if (!further) return describeFlow(liens, noeuds, () => true);
  const codes = [...new Set(liens.rows.map(({ key }) => key[further]!))];
  return {
    flows: Object.fromEntries(
      codes.map((code) => [code, describeFlow(liens, noeuds, ({ key }) => key[further] === code)]),
    ),
  };
}

function findTable(tables: Tables<PublishedTable>, keys: readonly string[]): PublishedTable | undefined {
  return Object.values(tables).find(({ columns }) =>
    keys.every((id) => columns.some((column) => column.role === 'key' && column.id === id)),
  );
}

function describeFlow(liens: PublishedTable, noeuds: PublishedTable, isIn: (row: PublishedRow) => boolean): FlowJson {
  const nodes = noeuds.rows.filter(isIn).map((row) => ({
    ...row.attributes,
    id: row.key.noeud!,
    name: labelOf(noeuds, row, 'noeud'),
    value: eurosOf(row),
  }));
  const ids = new Set(nodes.map(({ id }) => id));
  const links = liens.rows.filter(isIn).flatMap((row) => {
    const [source, target, value] = [row.key.de!, row.key.vers!, eurosOf(row)];
    return value !== null && ids.has(source) && ids.has(target) ? [{ source, target, value }] : [];
  });
  return { nodes, links };
}

function eurosOf({ cells }: PublishedRow): number | null {
  const value = cells.montant?.value ?? null;
  return value === null ? null : value / 100;
}
