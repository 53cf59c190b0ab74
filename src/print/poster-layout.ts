import type { PaperName } from './papers.ts';

/** How figures are set on paper, in mm: `unit` is what one px of a drawing takes, `gap` what is left between two blocks at least. */
export interface FigureSizes {
  readonly unit: number;
  readonly heading: number;
  readonly small: number;
  readonly gap: number;
}

/** Measures of a poster, all in mm. */
export interface PosterLayout extends FigureSizes {
  readonly margin: number;
  /** Height of the title over the wall, and of the sources under it. */
  readonly header: number;
  readonly footer: number;
  /** Height wished for the wall under the opening, and over it. */
  readonly base: number;
  readonly lintel: number;
  /** From the bricks to what the opening shows. */
  readonly padding: number;
  /**
   * The words of the wall: the height that they take and the size of their numbers. With a width they stand beside the
   * counts, without one over the whole opening, and the counts open a column.
   */
  readonly words: { readonly width?: number; readonly height: number; readonly number: number };
  readonly columns: number;
  readonly gutter: number;
  /** Height of the row of big numbers, and how many it holds. */
  readonly strip: number;
  readonly numbers: number;
  /** Sizes of type, with those of figures. */
  readonly title: number;
  readonly text: number;
}

/** No text of a poster is smaller than 6.5 pt, in mm: its drawings' smallest is 13 px. */
export const POSTERS: Readonly<Record<PaperName, PosterLayout>> = {
  a3: {
    margin: 10,
    header: 61,
    footer: 20,
    base: 27,
    lintel: 5,
    padding: 6,
    words: { width: 74, height: 80, number: 25 },
    columns: 3,
    gutter: 8,
    gap: 7,
    strip: 31.5,
    numbers: 5,
    unit: 0.195,
    title: 24.5,
    heading: 5.1,
    text: 3.6,
    small: 2.65,
  },
  a4: {
    margin: 7,
    header: 41.5,
    footer: 16.5,
    base: 12,
    lintel: 3,
    padding: 4,
    words: { height: 17, number: 18 },
    columns: 2,
    gutter: 6,
    gap: 4.4,
    strip: 20.5,
    numbers: 4,
    unit: 0.18,
    title: 16.8,
    heading: 4.1,
    text: 2.8,
    small: 2.3,
  },
};
