import type { Territoire } from '../datasets/settings.ts';
import { PAPERS, type Paper, type PaperName } from './papers.ts';

/** A PDF to make: its file, the page of src/print/pages that it is printed from, its paper and how many sheets' sides it has. */
export interface PrintDocument {
  /** File without ending: "affiche-a3". */
  readonly name: string;
  /** Path of the page: "affiche/a3/". */
  readonly page: string;
  readonly paper: Paper;
  readonly pages: number;
}

/** The poster, on each paper asked for. */
export function posters(papers: readonly PaperName[]): readonly PrintDocument[] {
  return papers.map((paper) => ({
    name: `affiche-${paper}`,
    page: `affiche/${paper}/`,
    paper: PAPERS[paper],
    pages: 1,
  }));
}

/** The leaflet of each territory asked for: a sheet of A3 folded in two, printed as four pages of A4. */
export function leaflets(territoires: readonly Pick<Territoire, 'id'>[]): readonly PrintDocument[] {
  return territoires.map(({ id }) => ({ name: `livret-${id}`, page: `livret/${id}/`, paper: PAPERS.a4, pages: 4 }));
}
