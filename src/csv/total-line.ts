import { fold } from './fold.ts';
import { readDecimal } from './kinds/decimal.ts';

const TOTAL =
  /^(?:(?:grand[ -])?tota(?:l|ux)(?: (?:general[es]*|generaux|ht|ttc|eur|euros?|\d+|\(.*\)|d(?:u|es?) .*))*|sous[ -]tota(?:l|ux)\b.*) ?:?$/;

/** True for a line that says "Total" and nothing else but numbers: a place may be called "Total", and says more. */
export function isTotalLine(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => cell.trim() !== '' && readPlainAmount(cell.trim()) === undefined);
  return words.length === 1 && TOTAL.test(fold(words[0]!));
}

/** The number written in a cell, with or without its euro sign; undefined when there is none. */
export function readPlainAmount(cell: string): number | undefined {
  return readDecimal(cell.replace(/(?<!\s)\s*(?:€|EUR|euros?)$/i, ''));
}
