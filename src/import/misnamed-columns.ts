import type { Fault } from '../csv/fault.ts';
import { findNearest } from '../csv/nearest.ts';
import { fold } from '../text/fold.ts';
import type { ForeignTable } from './foreign-table.ts';
import type { ImportContext } from './format.ts';

/** The headers that the person named and that none of the files has: one warning each. */
export function tellMisnamed(
  tables: readonly ForeignTable[],
  { columns = new Map() }: Pick<ImportContext, 'columns'>,
): readonly Fault[] {
  const headers = tables.flatMap(({ header }) => header.cells);
  const known = new Set(headers.map(fold));
  const [{ file, header }] = tables as [ForeignTable];
  return [...columns.keys()]
    .filter((name) => !known.has(name))
    .map((name) => ({
      level: 'avertissement',
      file,
      line: header.line,
      record: header.record,
      value: name,
      problem: 'colonne nommée dans le fichier de --colonnes, absente de ce fichier',
      expected: 'le nom d’une colonne, tel que la première ligne l’écrit',
      nearest: findNearest(name, headers),
    }));
}
