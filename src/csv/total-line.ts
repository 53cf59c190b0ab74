import { fold } from '../text/fold.ts';
import { readDecimal } from './kinds/decimal.ts';

const TOTAL =
  /^(?:(?:grand[ -])?tota(?:l|ux)(?: (?:general[es]*|generaux|ht|ttc|eur|euros?|\d+|\(.*\)|d(?:u|es?) .*))*|sous[ -]tota(?:l|ux)\b.*) ?:?$/;

/** True for a line that says "Total" and nothing else but numbers: a place may be called "Total", and says more. */
export function isTotalLine(cells: Iterable<string>): boolean {
  let isSaid = false;
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '' || readPlainAmount(text) !== undefined) continue;
    if (isSaid || !TOTAL.test(fold(text))) return false;
    isSaid = true;
  }
  return isSaid;
}

/** The number written in a cell, with or without its euro sign; undefined when there is none. */
export function readPlainAmount(cell: string): number | undefined {
  return readDecimal(cell.replace(/(?<!\s)\s*(?:€|EUR|euros?)$/i, ''));
}
