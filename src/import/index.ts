import type { References } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import { cget2019 } from './cget-2019.ts';
import { openForeignTable } from './foreign-table.ts';
import type { Format, Imported } from './format.ts';
import { scdlSubventions } from './scdl-subventions.ts';

/** Every foreign format that is understood. */
export const formats: readonly Format[] = [scdlSubventions, cget2019];

/** What came of a file: nothing imported means that no format has its header, and the faults say so. */
interface Import {
  readonly format?: Format;
  readonly imported?: Imported;
  readonly faults: readonly Fault[];
}

/** Reads somebody else's CSV as rows of ours; the format is known by the header, never by the file's name. Never throws. */
export function importFile(bytes: Uint8Array, file: string, references?: References): Import {
  const table = openForeignTable(bytes, file);
  const format = formats.find((candidate) => candidate.recognise(table.header.cells));
  if (format) {
    const imported = format.convert(table, references);
    return { format, imported, faults: imported.faults };
  }
  if (table.faults.some(({ level }) => level === 'erreur')) return { faults: table.faults };
  const { cells, line, record } = table.header;
  const problem = cells.length === 0 ? 'fichier vide' : 'aucun format connu n’a cet en-tête';
  const expected = `un fichier de l’un de ces formats : ${formats.map(({ title }) => `« ${title} »`).join(', ')}`;
  const value = cells.join(' ; ');
  return { faults: [...table.faults, { level: 'erreur', file, line, record, value, problem, expected }] };
}
