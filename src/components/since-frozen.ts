import type { FrozenFigure, FrozenYear } from '../observatory/frozen-years.ts';
import type { FigureView } from '../observatory/index.ts';

/** What became of a figure since it was frozen: newer data, and their year where they have one; the same data corrected; nothing any more. */
export type Since =
  | { readonly kind: 'newer'; readonly millesime?: string }
  | { readonly kind: 'revised' }
  | { readonly kind: 'gone' };

/**
 * What readers of a frozen figure must know of today's; undefined where it is as it was. `moved` compares the numbers of
 * both. A figure over several years is newer where its data bear a date after the day of freezing.
 */
export function sinceFrozen(
  { millesime }: Pick<FrozenFigure, 'millesime'>,
  year: Pick<FrozenYear, 'millesime' | 'date'>,
  live: Pick<FigureView, 'year' | 'millesime' | 'modified'> | undefined,
  moved: () => boolean,
): Since | undefined {
  if (!live) return { kind: 'gone' };
  const isOfOneYear = millesime !== undefined && live.year !== undefined;
  // Years of data are written as files name them, which sort.
  if (isOfOneYear && live.year! > year.millesime) return { kind: 'newer', millesime: live.millesime! };
  if ((isOfOneYear && live.year! < year.millesime) || !moved()) return undefined;
  return !isOfOneYear && live.modified !== undefined && live.modified > year.date
    ? { kind: 'newer' }
    : { kind: 'revised' };
}
