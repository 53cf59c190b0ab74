import type { ImportContext } from '../../src/import/format.ts';
import { type Import, importTables, openTable } from '../../src/import/index.ts';

/** Imports one file as the command does: it is opened where its header stands, and its format is known by that header. */
export function importFile(bytes: Uint8Array, file: string, context: ImportContext = {}): Import {
  const naming = () => context;
  return importTables([openTable(bytes, file, { naming })], context, naming)[0]!;
}
