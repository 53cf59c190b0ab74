import type { ImportContext } from '../../src/import/format.ts';
import { type Import, importTables, openTable } from '../../src/import/index.ts';
import { COLUMNS_HEADER, readColumns } from '../../src/import/read-columns.ts';
import type { SurveyAnswers } from '../../src/import/survey/convert-survey.ts';
import { describeFaults } from '../../src/report/terminal.ts';
import { plain } from '../plain.ts';
import { demonstration } from './demonstration-survey.ts';
import { importFile } from './import-file.ts';
import { bytesOf } from './real-file.ts';
import { rowsOf } from './write-cells.ts';

/** A survey as a test looks at it: answers that say something, and what is told, without what is told of every partial file. */
function look({ imported, faults, format }: Import) {
  const rows = rowsOf(imported) as readonly SurveyAnswers[];
  const told = faults.filter(
    ({ problem = '' }) =>
      !/questions? de l’enquête absente|pas ce que le lieu accepte|c’est l’année de l’enquête/.test(problem),
  );
  return {
    format: format?.id,
    imported,
    faults,
    told,
    text: plain(describeFaults(told)),
    rows: rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([, value]) => value !== null && (value as { length?: number }).length !== 0),
      ),
    ),
  };
}

/** What the person says of columns, as lines of the file of `--colonnes`. */
export function nameColumns(...lines: readonly string[]): Pick<ImportContext, 'columns' | 'answers'> {
  const { columns, answers } = readColumns(bytesOf(COLUMNS_HEADER, ...lines), 'colonnes.csv');
  return { columns, answers };
}

/** Imports one file, typed line by line, in the demonstration's region. */
export function importSurvey(lines: readonly string[], context: ImportContext = {}) {
  return look(importFile(bytesOf(...lines), 'reponses.csv', { ...demonstration, ...context }));
}

/** Imports files that are joined, in the demonstration's region. */
export function importThemes(files: Readonly<Record<string, readonly string[]>>, context: ImportContext = {}) {
  const tables = Object.entries(files).map(([file, lines]) => openTable(bytesOf(...lines), file));
  return look(importTables(tables, { ...demonstration, ...context })[0]!);
}
