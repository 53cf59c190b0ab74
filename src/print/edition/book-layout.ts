import { SIZE } from '../../charts/svg.ts';
import { PAPERS, type Paper, POINTS_PER_MM } from '../papers.ts';

/** How a book is set on its paper, in mm; sizes of type in points. */
export interface BookLayout {
  readonly paper: Paper;
  /** From the edges: `inner` is at the fold. */
  readonly margin: { readonly top: number; readonly bottom: number; readonly inner: number; readonly outer: number };
  readonly text: number;
  readonly leading: number;
  readonly small: number;
  /** Columns in which the notes under a figure are set: one line of small print across a wide page cannot be followed. */
  readonly notesColumns: 1 | 2;
  /** Height in mm of the photograph that opens a chapter or a portrait. */
  readonly photo: number;
}

/** The books that can be asked for, by the name that `--format` gives them. */
export const BOOKS = {
  a4: {
    paper: PAPERS.a4,
    margin: { top: 23, bottom: 24, inner: 27, outer: 40 },
    text: 11,
    leading: 15,
    small: 8.5,
    notesColumns: 2,
    photo: 74,
  },
  a5: {
    paper: { name: 'A5', width: 148, height: 210 },
    margin: { top: 16, bottom: 17, inner: 17, outer: 14 },
    text: 9.2,
    leading: 12.3,
    small: 7.8,
    notesColumns: 1,
    photo: 54,
  },
} as const satisfies Readonly<Record<string, BookLayout>>;

/** The name of a book's format. */
export type BookFormat = keyof typeof BOOKS;

/** True for the name of a book's format. */
export function isBookFormat(name: string): name is BookFormat {
  return Object.hasOwn(BOOKS, name);
}

/** The width of the text, in mm. */
export function columnOf({ paper, margin }: BookLayout): number {
  return paper.width - margin.inner - margin.outer;
}

/** The width in px of a drawing as wide as the text: its labels are as large as the small print. */
export function drawingWidth(layout: BookLayout): number {
  const unit = layout.small / POINTS_PER_MM / SIZE.label;
  return Math.round(columnOf(layout) / unit);
}
