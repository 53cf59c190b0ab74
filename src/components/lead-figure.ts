import { type FigureView, observatory } from '../observatory/index.ts';

/** The map of the places, where there is one. */
export const mapFigure: FigureView | undefined = observatory.figures.find(
  ({ theme, id }) => theme === 'où' && id.includes('carte'),
);

/** The figure that opens the home page and the portrait: the first that says how many places there are. */
export const leadFigure: FigureView | undefined =
  observatory.figures.find(({ theme }) => theme === 'combien') ?? observatory.figures[0];
