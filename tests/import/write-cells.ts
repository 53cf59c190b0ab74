import Papa from 'papaparse';
import type { Imported } from '../../src/import/format.ts';

/** The lines of an import as the CSV that would be written: `;`, one column an id. */
export function writeCells(lines: Imported['lines']): Uint8Array {
  const cells = lines.map((line) => line.cells);
  return new TextEncoder().encode(Papa.unparse(cells, { delimiter: ';', columns: Object.keys(cells[0] ?? {}) }));
}

/** What our reader makes of an import's lines; none where nothing was imported. */
export function rowsOf(imported: Imported | undefined): readonly object[] {
  return imported?.lines.map(({ row }) => row) ?? [];
}
