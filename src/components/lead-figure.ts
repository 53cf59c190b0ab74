import { type FigureView, observatory } from '../observatory/index.ts';

/** The figure that opens the home page and the portrait: the first that says how many places there are. */
export const leadFigure: FigureView | undefined =
  observatory.figures.find(({ theme }) => theme === 'combien') ?? observatory.figures[0];
