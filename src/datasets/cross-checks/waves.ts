import { millesimesOf } from '../millesimes.ts';

/** The rows of a survey by wave, oldest first. */
export function wavesOf<Row extends { readonly millesime: string }>(
  rows: readonly Row[],
): readonly { readonly millesime: string; readonly rows: readonly Row[] }[] {
  return millesimesOf(rows).map((millesime) => ({
    millesime,
    rows: rows.filter((row) => row.millesime === millesime),
  }));
}
