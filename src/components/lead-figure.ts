import type { FigureView } from '../observatory/index.ts';

/** The map of the places, where there is one. */
export function findMap(figures: readonly FigureView[]): FigureView | undefined {
  return figures.find(({ theme, id }) => theme === 'où' && id.includes('carte'));
}

/** Every published count of places, where there are some. */
export function findCounts(figures: readonly FigureView[]): FigureView | undefined {
  return figures.find(({ id }) => id === 'combien-de-lieux');
}

/** The hundred squares that each question sorts anew, where there are some. */
export function findSquares(figures: readonly FigureView[]): FigureView | undefined {
  return figures.find(({ id }) => id.includes('cent-reponses'));
}

/** The figure that opens the home page and the portrait: the first that says how many places there are. */
export function findLead(figures: readonly FigureView[]): FigureView | undefined {
  return figures.find(({ theme }) => theme === 'combien') ?? figures[0];
}
