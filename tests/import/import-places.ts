import type { References } from '../../src/csv/column.ts';
import type { Fault } from '../../src/csv/fault.ts';
import type { Lieu } from '../../src/datasets/lieux.ts';
import type { ImportContext } from '../../src/import/format.ts';
import { importFile } from './import-file.ts';
import { bytesOf } from './real-file.ts';
import { rowsOf } from './write-cells.ts';

/** Invented communes of an invented département. */
export const references: References = {
  communes: new Map([
    ['99001', { nom: 'Commune A1', departement: '99', codesPostaux: ['99000'] }],
    ['99002', { nom: 'Saint-Exemple-sur-Test', departement: '99', codesPostaux: ['99000', '99200'] }],
    ['98001', { nom: 'Commune A1', departement: '98', codesPostaux: ['98100'] }],
  ]),
  formerCommunes: new Map([['99009', '99001']]),
};

/** What a person would say of the list. */
export const told = { references, source: 'https://example.org/tiers-lieux', date: '2025' } satisfies ImportContext;

/** Imports a list typed in a test: its places, and its faults as short as they can be compared. */
export function importPlaces(lines: readonly string[], context: ImportContext = told) {
  const { format, imported, faults } = importFile(bytesOf(...lines), 'liste.csv', context);
  return {
    format: format?.id,
    rows: rowsOf(imported) as readonly Lieu[],
    dropped: imported?.dropped,
    faults,
    said: faults.map(sayShortly),
  };
}

function sayShortly({ level, line, columnName, value, problem, expected, nearest, mended }: Fault): string {
  const place = [line, columnName].filter((part) => part !== undefined).join(' ');
  const read = value === undefined ? '' : ` « ${value} »`;
  const more = [mended === undefined ? '' : ` → ${mended}`, nearest === undefined ? '' : ` (${nearest} ?)`].join('');
  return `${level === 'erreur' ? 'E' : 'A'} ${place}${read} : ${problem ?? expected}${more}`.replaceAll('\u00a0', ' ');
}
