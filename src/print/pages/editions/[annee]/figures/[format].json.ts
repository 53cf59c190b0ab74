import type { APIRoute } from 'astro';
import { type Edition, shownEditions } from '../../../../../components/editions.ts';
import { BOOKS, type BookFormat } from '../../../../edition/book-layout.ts';
import { takeFigures } from '../../../../figures/take-figures.ts';
import { takePhotos } from '../../../../figures/take-photos.ts';
import type { Pictures } from '../../../../figures/taken-figure.ts';

export function getStaticPaths() {
  return shownEditions.flatMap((edition) =>
    Object.keys(BOOKS).map((format) => ({ params: { annee: edition.annee, format }, props: { edition } })),
  );
}

/** The figures and photographs of a book for the layout team: they leave the gate as any page does. */
export const GET: APIRoute<{ edition: Edition }> = async ({ params, props: { edition } }) => {
  const pictures: Pictures = {
    figures: takeFigures(edition, BOOKS[params.format as BookFormat]),
    photos: await takePhotos(edition),
  };
  return new Response(JSON.stringify(pictures), { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
