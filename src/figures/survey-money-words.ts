import { labelOf, type PublishedTable } from '../model/table.ts';
import { NARROW, NO_BREAK } from '../text/number.ts';
import { speakCell } from '../text/value.ts';
import { TOTAL } from './survey-question.ts';
import { printMeasure, wavesInWords } from './survey-words.ts';

type PublishedRow = PublishedTable['rows'][number];

/** The row of a crossed table at two codes, each possibly `TOTAL`. */
export function rowAt(table: PublishedTable, key: Readonly<Record<string, string>>): PublishedRow | undefined {
  return table.rows.find((row) => Object.entries(key).every(([dimension, code]) => row.key[dimension] === code));
}

/** "Montants déclarés par 84 lieux, recensement 2026, en euros". */
export function describeMoney(table: PublishedTable, total: PublishedRow | undefined): string {
  const base = total?.cells.montant?.base;
  const who = base === undefined ? 'les lieux' : `${base} lieux`;
  return ['Ressources de l’année, en euros', `déclarées par ${who} qui en ont donné le détail`, wavesInWords(table)]
    .filter(Boolean)
    .join(', ');
}

/** "Subventions publiques : 1 200 000 € ; Adhésions : secret statistique", for the rows given. */
export function listAmounts(table: PublishedTable, rows: readonly PublishedRow[], dimension: string): string {
  return rows
    .map(
      (row) =>
        `${labelOf(table, row, dimension)}${NO_BREAK}: ${speakCell(row.cells.montant ?? { kind: 'sum', value: null }, '€')}`,
    )
    .join(`${NARROW}; `);
}

/**
 * "Subventions publiques : plus de la moitié des ressources déclarées", or nothing where a half is not passed or
 * the total is hidden. `resource` is the key column of the kinds of resource.
 */
export function stateMainResource(
  table: PublishedTable,
  margins: readonly PublishedRow[],
  total: PublishedRow | undefined,
  resource: string,
): string | undefined {
  const whole = total?.cells.montant?.value;
  const [first] = margins.toSorted((a, b) => (b.cells.montant?.value ?? -1) - (a.cells.montant?.value ?? -1));
  const largest = first?.cells.montant?.value;
  if (!whole || !largest || !first || first.key[resource] === TOTAL) return undefined;
  const share = (largest / whole) * 100;
  const fraction = share > 50 ? 'plus de la moitié' : share > 100 / 3 ? 'plus du tiers' : undefined;
  return (
    fraction &&
    `${labelOf(table, first, resource)}${NO_BREAK}: ${fraction} des ressources déclarées par les lieux répondants`
  );
}

/** The amount of a row as prose prints it. */
export function printAmount(table: PublishedTable, row: PublishedRow): string {
  return printMeasure(table, row, 'montant');
}
