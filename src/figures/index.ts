import type { ObservatoryFigure } from './define.ts';

/** Every figure, in the order of the gallery; a figure's id is its place in urls. */
export const figures: readonly ObservatoryFigure[] = [];
