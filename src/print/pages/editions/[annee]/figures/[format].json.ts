import type { APIRoute } from 'astro';
import { type Edition, shownEditions } from '../../../../../components/editions.ts';
import { BOOKS, type BookFormat } from '../../../../edition/book-layout.ts';
import { takeFigures } from '../../../../figures/take-figures.ts';

export function getStaticPaths() {
  return shownEditions.flatMap((edition) =>
    Object.keys(BOOKS).map((format) => ({ params: { annee: edition.annee, format }, props: { edition } })),
  );
}

/** The figures of a book for the layout team: they leave the gate as any page does. */
export const GET: APIRoute<{ edition: Edition }> = ({ params, props: { edition } }) =>
  new Response(JSON.stringify(takeFigures(edition, BOOKS[params.format as BookFormat])), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
