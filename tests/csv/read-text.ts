import type { Shape } from '../../src/csv/column.ts';
import { type ReadOptions, readCsv } from '../../src/csv/read.ts';
import { describeFaults } from '../../src/report/terminal.ts';

/** Reads a text as the file `lieux.csv`. */
export function readText<const S extends Shape>(text: string, columns: S, options: Partial<ReadOptions<S>> = {}) {
  return readCsv(new TextEncoder().encode(text), { file: 'lieux.csv', columns, ...options });
}

/** The faults of a text as people read them, with plain spaces for the no-break ones. */
export function tellFaults<const S extends Shape>(
  text: string,
  columns: S,
  options: Partial<ReadOptions<S>> = {},
): string {
  return describeFaults(readText(text, columns, options).faults).replace(/[\u00a0\u202f]/g, ' ');
}
