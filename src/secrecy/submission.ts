import type { Table } from '../model/table.ts';

/** A table that asks to leave the build. */
export interface Submission {
  readonly address: string;
  /** True when one of the datasets it uses gives aggregates only. */
  readonly gated: boolean;
  readonly table: Table;
  /** The address of the same table for the whole of which this one is a part: a region for its territory. */
  readonly whole?: string;
  /** True for a table that is not published, but that published ones could give back. */
  readonly withheld?: boolean;
}
