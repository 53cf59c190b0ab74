import type { References } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import type { ForeignTable } from './foreign-table.ts';

/** What somebody else's file becomes. Its faults tell every cell that was mended, every column left out, every doubt. */
export interface Imported<Row = object> {
  /** Id of the dataset whose columns the rows have. */
  readonly dataset: string;
  readonly rows: readonly Row[];
  /** The rows that may be shown: neither a duplicate nor a place said to be closed. */
  readonly remaining: readonly Row[];
  /** The rows as texts, by column id, ready to be written as a CSV of ours. */
  readonly cells: readonly Readonly<Record<string, string>>[];
  /** Headers of the columns that were left out. */
  readonly dropped: readonly string[];
  readonly faults: readonly Fault[];
}

/** Somebody else's way of writing a CSV, known by its header and never by the file's name. */
export interface Format<Row = object> {
  readonly id: string;
  readonly title: string;
  recognise(header: readonly string[]): boolean;
  /** `references` let commune codes be checked; without them only their form is. Never throws for what a file holds. */
  convert(table: ForeignTable, references?: References): Imported<Row>;
}
