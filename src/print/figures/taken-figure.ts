import type { WidthName } from './figure-widths.ts';

/** A drawing on paper: SVG, and its size in mm. */
export interface SizedDrawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What is said of a figure, typography done. */
export interface FigureWords {
  readonly subtitle: string;
  readonly reading: string;
  readonly champ: string;
  readonly sources: string;
  readonly licence: string;
  readonly publisher: string;
  /** The alternative text. */
  readonly summary: string;
  /** What readers call the year of data; none for a figure over several. */
  readonly millesime?: string;
}

/** A figure of a book as the layout team takes it away. One whose data are still missing has no words and no drawing. */
export interface TakenFigure {
  readonly id: string;
  /** In the book: "figure 3". */
  readonly number: number;
  /** The title of the chapter in which it stands. */
  readonly chapter: string;
  readonly title: string;
  readonly words?: FigureWords;
  readonly drawings?: Readonly<Record<WidthName, SizedDrawing>>;
}

/** The name of a figure's files, without width and ending: "figure-03-enquete-surfaces". */
export function stemOf({ number, id }: Pick<TakenFigure, 'number' | 'id'>): string {
  return `figure-${String(number).padStart(2, '0')}-${id}`;
}

/** What a figure is called where it stands alone: "Figure 3 : L’ancienneté des lieux répondants". */
export function nameOf({ number, title }: Pick<TakenFigure, 'number' | 'title'>): string {
  return `Figure ${number}\u00a0: ${title}`;
}

/** A photograph of a book as the layout team takes it away. */
export interface TakenPhoto {
  /** In the edition's folder `photos/`. */
  readonly source: string;
  /** The name under which it is taken away. */
  readonly file: string;
  /** The address that the book's page gives it. */
  readonly address: string;
  /** Each place where it stands, with what is said of it there: the title of the chapter, the alternative text… */
  readonly uses: readonly {
    readonly chapter: string;
    readonly alt: string;
    readonly credit: string;
    readonly caption: string;
  }[];
  /** In px, upright. */
  readonly width: number;
  readonly height: number;
}

/** All that is drawn or photographed in a book. */
export interface Pictures {
  readonly figures: readonly TakenFigure[];
  readonly photos: readonly TakenPhoto[];
}
