import type { Quote } from '../model/figure.ts';
import { labelOf, type PublishedRow, type PublishedTable } from '../model/table.ts';
import { upperFirst } from '../text/sentence.ts';
import { formatCell } from '../text/value.ts';
import { findLeader, isClaimable } from './claims.ts';
import { quoteRows } from './quote-rows.ts';
import { shareInWords } from './share-in-words.ts';
import { partitive } from './subtitle-of.ts';

/** What a category says of one thing and of several: "accueille du coworking", "accueillent du coworking". */
interface Predicate {
  readonly one: string;
  readonly many: string;
}

interface Statement {
  readonly dimension: string;
  readonly measure: string;
  /** What is counted: "lieu répondant", "lieux répondants". */
  readonly noun: { readonly one: string; readonly many: string };
  /** By `modalite`; a category without predicate is named before a colon. */
  readonly predicates: Readonly<Record<string, Predicate>>;
}

/** What most shares are shares of. */
export const REPONDANTS = { one: 'lieu répondant', many: 'lieux répondants' } as const;

/** "Plus d’un lieu répondant sur deux accueille du coworking": the category well above all others, or nothing. */
export function stateLeadingShare(table: PublishedTable, statement: Statement): string | undefined {
  const leader = findLeader(table, statement.measure);
  return leader && stateShare(table, leader, statement);
}

/**
 * "56 % des 100 lieux répondants accueillent du coworking": the category well above all others, else
 * the first, exactly and with its base; nothing where it may not be quoted.
 */
export function quoteShare(
  table: PublishedTable,
  { measure, predicates }: Pick<Statement, 'measure' | 'predicates'>,
): Quote | undefined {
  const row = findLeader(table, measure) ?? table.rows[0];
  const predicate = predicates[String(row?.key.modalite ?? row?.attributes?.modalite ?? '')];
  if (!row || !predicate || !isClaimable(row, measure)) return undefined;
  const share = formatCell(row.cells[measure]!, '%');
  const text = `${upperFirst(share)} ${partitive(String(row.attributes?.champ ?? table.champ))} ${predicate.many}`;
  return quoteRows(table, [row], text);
}

/** One row's share as a sentence without final stop, or nothing where it may not be quoted or no simple fraction is near. */
export function stateShare(
  table: PublishedTable,
  row: PublishedRow,
  { dimension, measure, noun, predicates }: Statement,
): string | undefined {
  const cell = row.cells[measure];
  if (!cell || cell.value === null || !isClaimable(row, measure)) return undefined;
  const share = shareInWords(cell.value, noun, cell.precision);
  if (!share) return undefined;
  const predicate = predicates[String(row.key.modalite ?? row.attributes?.modalite ?? '')];
  if (!predicate) return `${labelOf(table, row, dimension)} : ${share.text}`;
  return upperFirst(`${share.text} ${share.plural ? predicate.many : predicate.one}`);
}
