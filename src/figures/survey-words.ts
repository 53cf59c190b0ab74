import { columnOf, labelOf, type PublishedCell, type PublishedRow, type PublishedTable } from '../model/table.ts';
import { formatNumber, NO_BREAK } from '../text/number.ts';
import { formatCell, formatValue } from '../text/value.ts';
import { LEAST_DIFFERENCE } from './claims.ts';
import { TOTAL } from './survey-question.ts';

/** What each answer says of the places that gave it, as a verb phrase in the plural: "accueillent du coworking". */
export type Predicates = Readonly<Record<string, string>>;

const MISSING: PublishedCell = { kind: 'count', value: null, sign: 'nd' };

/** Said wherever answers are drawn as squares that readers might take for places. */
export const SQUARES_ARE_ANSWERS =
  'Un carré est une réponse, jamais un lieu : d’une question à l’autre, le même carré n’est pas le même lieu';

/** Codes that stand after all others, however frequent. */
const LAST: ReadonlySet<string> = new Set(['autre', 'aucun', 'aucune']);

/** What a share is called from which value on: exact words only, for a reader can check them against the picture. */
const FRACTIONS: readonly (readonly [from: number, words: string])[] = [
  [90.5, `Plus de 90${NO_BREAK}% des lieux répondants`],
  [80.5, `Plus de 80${NO_BREAK}% des lieux répondants`],
  [75.5, 'Plus des trois quarts des lieux répondants'],
  [72.5, 'Près des trois quarts des lieux répondants'],
  [67.5, 'Plus des deux tiers des lieux répondants'],
  [64.5, 'Près des deux tiers des lieux répondants'],
  [60.5, 'Plus de six lieux répondants sur dix'],
  [50.5, 'Plus de la moitié des lieux répondants'],
  [47.5, 'Près de la moitié des lieux répondants'],
  [40.5, 'Plus de quatre lieux répondants sur dix'],
  [34.5, 'Plus du tiers des lieux répondants'],
];

/** The first measure of a table. */
export function measureOf(table: PublishedTable): string {
  const measure = table.columns.find(({ role }) => role === 'measure');
  if (!measure) throw new Error('A survey table has a measure');
  return measure.id;
}

/** The table that a picture shows: answers, without the total that the table and the file keep. */
export function withoutTotals(table: PublishedTable): PublishedTable {
  return { ...table, rows: table.rows.filter(({ key }) => !Object.values(key).includes(TOTAL)), sums: [] };
}

/** The rows of answers, known ones first, largest first. */
export function rankAnswers(table: PublishedTable): readonly PublishedRow[] {
  const measure = measureOf(table);
  const size = ({ cells }: PublishedRow) => cells[measure]?.value ?? -1;
  return withoutTotals(table).rows.toSorted((a, b) => size(b) - size(a));
}

/**
 * "Plus de la moitié des lieux répondants accueillent du coworking", for an answer that more than half gave, or that
 * stands ten points above every other. Nothing is said of counts, nor where a hidden answer might stand higher.
 */
export function stateLeader(table: PublishedTable, dimension: string, predicates: Predicates): string | undefined {
  const measure = measureOf(table);
  const [row, second] = rankAnswers(table);
  const share = row?.cells[measure]?.value;
  const predicate = predicates[row?.key[dimension] ?? ''];
  if (columnOf(table, measure).unit !== '%' || share === undefined || share === null || !predicate) return undefined;
  const hidden = rankAnswers(table).some(({ cells }) => cells[measure]?.value === null);
  const stands = !hidden && share - (second?.cells[measure]?.value ?? 0) >= LEAST_DIFFERENCE;
  const fraction = share > 50 || stands ? FRACTIONS.find(([from]) => share >= from) : undefined;
  return fraction && `${fraction[1]} ${predicate}`;
}

/** "56 % des lieux répondants accueillent du coworking", or "12 des 25 lieux répondants …" where counts are shown. */
export function readAnswer(
  table: PublishedTable,
  row: PublishedRow,
  dimension: string,
  predicates: Predicates,
): string {
  const measure = measureOf(table);
  const cell = row.cells[measure];
  const predicate = predicates[row.key[dimension] ?? ''] ?? `répondent « ${labelOf(table, row, dimension)} »`;
  return `${whoAnswered(cell, columnOf(table, measure).unit === '%')} ${predicate}`;
}

/**
 * The same where somebody quotes it, with its base: "56 % des 102 lieux qui ont répondu à la question accueillent du
 * coworking"; nothing where there is no number to quote.
 */
export function quoteAnswer(
  table: PublishedTable,
  row: PublishedRow,
  dimension: string,
  predicates: Predicates,
): string | undefined {
  const cell = row.cells[measureOf(table)];
  if (!cell || cell.value === null || cell.base === undefined) return undefined;
  const asShare = columnOf(table, measureOf(table)).unit === '%';
  const count = asShare ? formatValue(cell.value, '%') : formatNumber(cell.value);
  const predicate = predicates[row.key[dimension] ?? ''] ?? `répondent « ${labelOf(table, row, dimension)} »`;
  return `${count} des ${formatNumber(cell.base)} lieux qui ont répondu à la question ${predicate}`;
}

function whoAnswered(cell: PublishedCell | undefined, asShare: boolean): string {
  if (!cell || cell.value === null) return 'Un nombre de lieux répondants tenu secret';
  if (asShare) return `${formatValue(cell.value, '%')} des lieux répondants`;
  return cell.base === undefined
    ? `${formatNumber(cell.value)} lieux répondants`
    : `${formatNumber(cell.value)} des ${formatNumber(cell.base)} lieux répondants`;
}

/** "En % des 102 lieux qui ont répondu à la question", or in counts; bases are read from cells that passed the gate. */
export function describeAnswers(
  table: PublishedTable,
  { several = false }: { readonly several?: boolean } = {},
): string {
  const measure = measureOf(table);
  const bases = [...new Set(table.rows.flatMap(({ cells }) => cells[measure]?.base ?? []))].sort((a, b) => a - b);
  const range =
    bases.length > 1
      ? `${formatNumber(bases[0]!)} à ${formatNumber(bases.at(-1)!)} `
      : bases.map((base) => `${formatNumber(base)} `).join('');
  const start = columnOf(table, measure).unit === '%' ? `En${NO_BREAK}% des ` : 'En nombre de lieux, parmi les ';
  return [
    `${start}${range}lieux qui ont répondu à la question`,
    wavesInWords(table),
    several ? 'plusieurs réponses possibles' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** "recensement 2026", from the table's sources. */
export function wavesInWords({ sources }: Pick<PublishedTable, 'sources'>): string {
  const waves = sources.flatMap(({ millesime }) => millesime ?? []);
  return waves.length === 0 ? '' : `${waves.length > 1 ? 'recensements' : 'recensement'} ${waves.join(' et ')}`;
}

/** A cell as prose prints it, its unit taken from the measure's column. */
export function printMeasure(table: PublishedTable, row: PublishedRow, measure: string): string {
  return formatCell(row.cells[measure] ?? MISSING, columnOf(table, measure).unit ?? '%');
}

/**
 * The table with the codes of a dimension in order of their largest published value, hidden ones after, "autre" and
 * "aucun" last: charts follow the order of the column's labels.
 */
export function sortedByValue(table: PublishedTable, dimension: string): PublishedTable {
  const measure = measureOf(table);
  const sizes = new Map<string, number>();
  for (const { key, cells } of table.rows) {
    const code = key[dimension] ?? '';
    sizes.set(code, Math.max(sizes.get(code) ?? -1, cells[measure]?.value ?? -1));
  }
  const size = (code: string) => (LAST.has(code) ? -2 : (sizes.get(code) ?? -1));
  const columns = table.columns.map((column) =>
    column.id === dimension && column.labels
      ? {
          ...column,
          labels: Object.fromEntries(Object.entries(column.labels).toSorted(([a], [b]) => size(b) - size(a))),
        }
      : column,
  );
  return { ...table, columns };
}
