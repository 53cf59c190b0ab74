import type { Fault } from '../csv/fault.ts';
import { bdftl } from './bdftl.ts';
import { cget2019 } from './cget-2019.ts';
import { findFormat, type Naming } from './find-format.ts';
import { type ForeignTable, type Opening, openForeignTable } from './foreign-table.ts';
import type { Format, ImportContext, Imported } from './format.ts';
import { googleForms } from './google-forms.ts';
import { limesurvey } from './limesurvey.ts';
import { mediationNumerique } from './mediation-numerique.ts';
import { opendatasoftTiersLieux } from './opendatasoft-tiers-lieux.ts';
import { ownColumns } from './own-columns.ts';
import { placeList } from './place-list.ts';
import { scdlSubventions } from './scdl-subventions.ts';
import { tellUnknown } from './tell-unknown.ts';
import { umap } from './umap.ts';

/** Every format that is understood, the surest signs first: of two that know a header, the first is the one. */
export const formats: readonly Format[] = [
  scdlSubventions,
  cget2019,
  bdftl,
  limesurvey,
  googleForms,
  mediationNumerique,
  opendatasoftTiersLieux,
  umap,
  ...ownColumns,
  placeList,
];

/** What came of files of one format, or of one file that no format has the header of: its faults say so. */
export interface Import {
  readonly files: readonly string[];
  readonly format?: Format;
  readonly imported?: Imported;
  readonly faults: readonly Fault[];
}

/** What is known of a file before it is opened. */
interface Known extends Pick<Opening, 'without'> {
  readonly naming?: Naming;
}

/** Opens somebody else's CSV where the header of one of our formats stands. Never throws for what it holds. */
export function openTable(bytes: Uint8Array, file: string, { without, naming }: Known = {}): ForeignTable {
  const isHeader = (cells: readonly string[]) => findFormat(cells, formats, naming) !== undefined;
  return openForeignTable(bytes, file, { isHeader, ...(without ? { without } : {}) });
}

/** Reads several files, together those whose format is cut in themes. Never throws for what they hold. */
export function importTables(
  tables: readonly ForeignTable[],
  context: ImportContext,
  naming: Naming = () => context,
): readonly Import[] {
  const found = new Map(tables.map((table) => [table, findFormat(table.header.cells, formats, naming)]));
  const groups = Map.groupBy(tables, (table) => (found.get(table)?.joined ? found.get(table) : table));
  return [...groups.values()].map((group) => {
    const files = group.map(({ file }) => file);
    const format = found.get(group[0]!);
    if (!format) return { files, faults: tellUnknown(group[0]!, formats) };
    const { columns, answers } = naming(format.dataset);
    const imported = format.convert(group, {
      ...context,
      ...(columns ? { columns } : {}),
      ...(answers ? { answers } : {}),
    });
    return { files, format, imported, faults: imported.faults };
  });
}
