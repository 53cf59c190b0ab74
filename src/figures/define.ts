import type { Data, DatasetId } from '../datasets/data.ts';
import type { Figure } from '../model/figure.ts';

/** A figure over our datasets. */
export type ObservatoryFigure = Figure<Data, DatasetId>;

/** Declares a figure; only there so that a figure's file is checked against the type where it is written. */
export function defineFigure(figure: ObservatoryFigure): ObservatoryFigure {
  return figure;
}
