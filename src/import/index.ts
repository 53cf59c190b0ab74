import type { Fault } from '../csv/fault.ts';
import { enumerate } from '../text/list.ts';
import { bdftl } from './bdftl.ts';
import { cget2019 } from './cget-2019.ts';
import { type ForeignTable, type Opening, openForeignTable } from './foreign-table.ts';
import type { Format, ImportContext, Imported } from './format.ts';
import { googleForms } from './google-forms.ts';
import { limesurvey } from './limesurvey.ts';
import { looksLikeData } from './looks-like-data.ts';
import { mediationNumerique } from './mediation-numerique.ts';
import { findNearestFormat } from './nearest-format.ts';
import { opendatasoftTiersLieux } from './opendatasoft-tiers-lieux.ts';
import { scdlSubventions } from './scdl-subventions.ts';
import { umap } from './umap.ts';

/** Every foreign format that is understood. */
export const formats: readonly Format[] = [
  scdlSubventions,
  cget2019,
  bdftl,
  limesurvey,
  googleForms,
  mediationNumerique,
  opendatasoftTiersLieux,
  umap,
];

/** What came of files of one format, or of one file that no format has the header of: its faults say so. */
export interface Import {
  readonly files: readonly string[];
  readonly format?: Format;
  readonly imported?: Imported;
  readonly faults: readonly Fault[];
}

/** Reads somebody else's CSV as lines of ours; the format is known by the header, never by the file's name. Never throws. */
export function importFile(bytes: Uint8Array, file: string, context: ImportContext = {}): Import {
  return importTables([openTable(bytes, file)], context)[0]!;
}

/** Opens somebody else's CSV where the header of one of our formats stands. Never throws for what it holds. */
export function openTable(bytes: Uint8Array, file: string, without?: Opening['without']): ForeignTable {
  const isHeader = (cells: readonly string[]) => formats.some((format) => format.recognise(cells));
  return openForeignTable(bytes, file, { isHeader, without });
}

/** Reads several files, together those whose format is cut in themes. Never throws for what they hold. */
export function importTables(tables: readonly ForeignTable[], context: ImportContext): readonly Import[] {
  const groups = Map.groupBy(tables, (table) => {
    const format = formats.find((candidate) => candidate.recognise(table.header.cells));
    return format?.joined ? format : table;
  });
  return [...groups.values()].map((group) => importTogether(group, context));
}

function importTogether(tables: readonly ForeignTable[], context: ImportContext): Import {
  const [first] = tables as [ForeignTable];
  const files = tables.map(({ file }) => file);
  const format = formats.find((candidate) => candidate.recognise(first.header.cells));
  if (!format) return { files, faults: tellUnknown(first) };
  const imported = format.convert(tables, context);
  return { files, format, imported, faults: imported.faults };
}

/** What is said of the rows of a file that is not understood would only hide why. */
function tellUnknown({ file, header, faults: all }: ForeignTable): readonly Fault[] {
  const faults = all.filter((fault) => (fault.record ?? 0) <= header.record);
  if (faults.some(({ level }) => level === 'erreur')) return faults;
  const { cells, line, record } = header;
  const at = { level: 'erreur', file, line, record, value: cells.join(' ; ') } as const;
  if (cells.length === 0) return [...faults, { ...at, problem: 'fichier vide', expected: listFormats() }];
  if (looksLikeData(cells)) {
    const expected = 'une première ligne avec les noms des colonnes, telle que la source l’exporte';
    return [
      ...faults,
      { ...at, problem: 'pas de ligne d’en-tête : la première ligne est une ligne de données', expected },
    ];
  }
  const problem = 'aucun format connu n’a cet en-tête';
  const nearest = findNearestFormat(cells, formats);
  if (!nearest) return [...faults, { ...at, problem, expected: listFormats() }];
  const missing = nearest.missing.map((name) => `« ${name} »`);
  const expected = `pour le format le plus proche, « ${nearest.format.title} », il manque ${enumerate(missing)}`;
  return [...faults, { ...at, problem, expected }];
}

function listFormats(): string {
  return `un fichier de l’un des ${formats.length} formats que liste « npm run importer -- --aide »`;
}
