import { formatNumber, NO_BREAK } from './number.ts';

/** A count with its noun, plural from 2 as in French: "0 lieu", "1,5 lieu", "2 lieux". */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)}${NO_BREAK}${pluralNoun(count, one, many)}`;
}

/** The noun alone, singular or plural as the count asks. */
export function pluralNoun(count: number, one: string, many: string): string {
  return Math.abs(count) >= 2 ? many : one;
}
