import type { Tables } from '../../src/model/figure.ts';
import type { PublishedRow, PublishedTable } from '../../src/model/table.ts';
import { formatValue } from '../../src/text/value.ts';

/**
 * What views of flows work out from published amounts, and nothing else: sums of links on a side of a node, shares of a
 * node and of the whole, how many nodes are left unnamed in a sentence, differences between two exercices. A hidden
 * amount gives none of them.
 */
export function flowNumbers(tables: Tables<PublishedTable>): readonly string[] {
  const all = Object.values(tables);
  const links = all.filter((table) => hasKeys(table, ['de', 'vers'])).flatMap(({ rows }) => rows);
  const nodes = all.filter((table) => hasKeys(table, ['noeud'])).flatMap(({ rows }) => rows);
  if (nodes.length === 0) return [];
  const exercices = [...Map.groupBy(nodes, ({ key }) => key.exercice).keys()];
  return [
    ...exercices.flatMap((exercice) => {
      const isIn = ({ key }: PublishedRow) => key.exercice === exercice;
      return numbersOfOne(links.filter(isIn), nodes.filter(isIn));
    }),
    ...differences(nodes, links),
  ];
}

function numbersOfOne(rows: readonly PublishedRow[], nodes: readonly PublishedRow[]): readonly string[] {
  const byId = new Map(nodes.map((row) => [row.key.noeud!, row]));
  // Margins, which a survey's table holds, end at no node, and what is known to be nothing is not drawn.
  const links = rows.filter((row) => byId.has(row.key.de!) && byId.has(row.key.vers!) && amountOf(row) !== 0);
  const total = sumOf(nodes.filter(({ attributes }) => attributes?.colonne === 0));
  return [
    ...counts(nodes),
    ...(total === undefined ? [] : printAmount(total)),
    ...nodes.flatMap((node) => {
      const incoming = links.filter(({ key }) => key.vers === node.key.noeud);
      const outgoing = links.filter(({ key }) => key.de === node.key.noeud);
      // A picture drawn step by step says what a node gets from one column.
      const steps = Map.groupBy(incoming, ({ key }) => byId.get(key.de!)!.attributes?.colonne).values();
      const sums = [incoming, outgoing, ...steps].flatMap((side) => sumOf(side) ?? []);
      return [
        ...sums.flatMap(printAmount),
        // "à 4 autres", beyond those that a sentence names.
        ...[incoming, outgoing].map(({ length }) => String(Math.max(0, length - 3))),
        ...sharesOf([node], total),
        ...[incoming, outgoing].flatMap((side) => sharesOf(side, sumOf(side) ?? amountOf(node))),
      ];
    }),
  ];
}

function amountOf({ cells }: PublishedRow): number | undefined {
  return cells.montant?.value ?? undefined;
}

/** The shares that published amounts make of a whole that is known. */
function sharesOf(rows: readonly PublishedRow[], whole: number | undefined): readonly string[] {
  const amounts = rows.flatMap((row) => amountOf(row) ?? []);
  return whole ? amounts.map((amount) => printShare(amount / whole)) : [];
}

/** How many nodes there are, by column. */
function counts(nodes: readonly PublishedRow[]): readonly string[] {
  return [...Map.groupBy(nodes, ({ attributes }) => attributes?.colonne).values()].map(({ length }) => String(length));
}

function differences(nodes: readonly PublishedRow[], links: readonly PublishedRow[]): readonly string[] {
  const changes = nodes.map(({ cells }) => {
    const { avant, apres } = cells;
    return avant?.value === null || apres?.value === null ? undefined : (apres?.value ?? 0) - (avant?.value ?? 0);
  });
  const first = nodes.filter(({ attributes }) => attributes?.colonne === 0);
  const totals = (['avant', 'apres'] as const).map((measure) =>
    first.every(({ cells }) => cells[measure]?.value !== null)
      ? first.reduce((sum, { cells }) => sum + (cells[measure]?.value ?? 0), 0)
      : undefined,
  );
  const known = totals.every((total) => total !== undefined) && links.length > 0 ? (totals as number[]) : [];
  return [...changes, ...known, ...(known.length === 2 ? [known[1]! - known[0]!] : [])].flatMap((change) =>
    change === undefined ? [] : printAmount(Math.abs(change)),
  );
}

function printAmount(cents: number): readonly string[] {
  return [{}, { short: true }].map((options) => formatValue(cents, '€', options));
}

function printShare(share: number): string {
  return share > 0 && share < 0.005 ? '1 %' : formatValue(share * 100, '%', { decimals: 0 });
}

/** Nothing where one of the amounts is hidden. */
function sumOf(rows: readonly PublishedRow[]): number | undefined {
  const amounts = rows.flatMap(({ cells }) => cells.montant?.value ?? []);
  return amounts.length === rows.length ? amounts.reduce((sum, amount) => sum + amount, 0) : undefined;
}

function hasKeys({ columns }: PublishedTable, ids: readonly string[]): boolean {
  return ids.every((id) => columns.some((column) => column.role === 'key' && column.id === id));
}
