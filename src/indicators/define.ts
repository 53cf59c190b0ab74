import type { Data, DatasetId } from '../datasets/data.ts';
import type { Indicator } from '../model/figure.ts';

/** An indicator over our datasets. */
export type ObservatoryIndicator = Indicator<Data, DatasetId>;

/** Declares an indicator; only there so that its file is checked against the type where it is written. */
export function defineIndicator(indicator: ObservatoryIndicator): ObservatoryIndicator {
  return indicator;
}
