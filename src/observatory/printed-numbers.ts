import type { PublishedCell, PublishedTable } from '../model/table.ts';
import type { Unit } from '../model/unit.ts';
import { readNumbers } from '../secrecy/read-numbers.ts';
import { formatNumber } from '../text/number.ts';
import { formatCell, formatValue } from '../text/value.ts';

/**
 * Keys of every number that views of published tables may print, each in all the ways the site prints it: from a page's
 * "5,4 M€" to the cents of the JSON, with bases and the numbers in labels ("100 à 249 m²").
 */
export function printedNumbers(tables: Iterable<PublishedTable>): ReadonlySet<string> {
  return keysOf([...tables].flatMap(formsOf));
}

/** Keys of the numbers in texts. */
export function keysOf(texts: Iterable<string>): ReadonlySet<string> {
  return new Set([...texts].flatMap((text) => readNumbers(text).map(({ key }) => key)));
}

function formsOf({ columns, rows, champ, sources }: PublishedTable): readonly string[] {
  const words = [
    champ,
    JSON.stringify(sources),
    ...columns.flatMap(({ title, labels = {} }) => [title, ...Object.values(labels)]),
  ];
  const told = rows.flatMap(({ key, attributes = {} }) => [
    ...Object.values(key),
    ...Object.values(attributes).map(String),
  ]);
  const cells = rows.flatMap(({ cells }) =>
    Object.entries(cells).flatMap(([id, cell]) => formsOfCell(cell, columns.find((column) => column.id === id)?.unit)),
  );
  return [...words, ...told, ...cells];
}

function formsOfCell(cell: PublishedCell, unit: Unit | undefined): readonly string[] {
  const { value, n, base } = cell;
  const counts = [n, base].flatMap((count) => (count === undefined ? [] : [String(count), formatNumber(count)]));
  if (value === null || unit === undefined) return counts;
  const printed = [{}, { short: true }, { prose: true }, { bare: true }].map((options) =>
    formatCell(cell, unit, options),
  );
  const raw = unit === '€' ? [String(value), String(value / 100)] : [String(value)];
  // Where a part of a bar is too narrow, its percent sign is left to the scale.
  const signless = unit === '%' ? [formatValue(value, '%').replace(/\u00a0%$/, '')] : [];
  return [...counts, ...printed, ...raw, ...signless];
}
