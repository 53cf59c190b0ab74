import type { Precision, Sign, Unit } from './unit.ts';

/** The four ways a number is made; they decide how the gate looks at it. */
type CellKind = 'count' | 'share' | 'sum' | 'mean';

/** What one unit (a place) brings to a cell: its id, and 1 for a count or its own amount for a sum. */
export type Contribution = readonly [unitId: string, amount: number];

/**
 * A number before the gate. `value`: percent for a share (0 to 100), cents for euros; null when nothing is known.
 * `n`: units behind the number; `base`: units it could have come from; null when the source does not say.
 */
export interface Cell {
  readonly kind: CellKind;
  readonly value: number | null;
  readonly n: number | null;
  readonly base: number | null;
  readonly precision?: Precision;
  readonly sign?: Exclude<Sign, 's'>;
  /** Required wherever a dataset with `access: 'aggregates'` is used. */
  readonly contributions?: readonly Contribution[];
  /** Made from a column marked `sensible`: that every unit of the base holds is then a secret as well. */
  readonly sensible?: boolean;
}

/** A column of a figure's table: a key (dimension), an attribute (public text) or a measure (cells). */
export interface TableColumn {
  readonly id: string;
  readonly title: string;
  readonly role: 'key' | 'attribute' | 'measure';
  readonly unit?: Unit;
  /** For a key: label of each code, in the order in which categories are shown. */
  readonly labels?: Readonly<Record<string, string>>;
  /** For a key: the folder of the site in which each code has a page. */
  readonly pages?: string;
}

/** Where a table's numbers come from, as printed under every view. */
export interface Source {
  readonly label: string;
  readonly url?: string;
  readonly millesime?: string;
  readonly licence?: string;
  readonly note?: string;
}

/** One row: its codes by dimension, public attributes, and one cell a measure. */
export interface Row<C> {
  readonly key: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string | number | null>>;
  readonly cells: Readonly<Record<string, C>>;
}

/** "The cell `total` is the sum of the cells `parts`", each as [row index, measure]: feeds complementary masking. */
export interface DeclaredSum {
  readonly total: readonly [row: number, measure: string];
  readonly parts: readonly (readonly [row: number, measure: string])[];
}

interface TableOf<C> {
  /** What it holds, a French noun phrase: said of each table of a figure that has several. */
  readonly title?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Row<C>[];
  readonly sums: readonly DeclaredSum[];
  /** Who is counted, a noun phrase without final stop: "100 lieux répondants, recensement 2023". */
  readonly champ: string;
  readonly sources: readonly Source[];
}

/** The small tidy table that answers one question, before the gate. */
export type Table = TableOf<Cell>;

/** A number that may be read by anyone; `value` is null when `sign` is `s` or `nd`. */
export interface PublishedCell {
  readonly kind: CellKind;
  readonly value: number | null;
  readonly n?: number;
  readonly base?: number;
  readonly sign?: Sign;
  readonly precision?: Precision;
}

declare const published: unique symbol;

/** A table that went through `publish`: the only thing a view may read. */
export type PublishedTable = TableOf<PublishedCell> & { readonly [published]: true };

/** A row of a published table. */
export type PublishedRow = Row<PublishedCell>;

/** The label of a row along a dimension: the key's label, else the attribute `label`, else the code itself. */
export function labelOf(table: Pick<TableOf<unknown>, 'columns'>, row: Row<unknown>, dimension: string): string {
  const code = row.key[dimension] ?? '';
  const column = table.columns.find((candidate) => candidate.id === dimension);
  return column?.labels?.[code] ?? String(row.attributes?.label ?? code);
}

/** The column that describes a measure or a dimension; an unknown id is a bug of the figure. */
export function columnOf(table: Pick<TableOf<unknown>, 'columns'>, id: string): TableColumn {
  const column = table.columns.find((candidate) => candidate.id === id);
  if (!column) throw new Error(`No column "${id}" in table (${table.columns.map((c) => c.id).join(', ')})`);
  return column;
}
