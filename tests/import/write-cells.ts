import Papa from 'papaparse';

/** The cells of an import as the CSV that would be written: `;`, one column an id. */
export function writeCells(cells: readonly Readonly<Record<string, string>>[]): Uint8Array {
  return new TextEncoder().encode(Papa.unparse([...cells], { delimiter: ';', columns: Object.keys(cells[0] ?? {}) }));
}
