import type { APIRoute } from 'astro';
import { printedPhotos } from '../../../../../components/edition/photos.ts';
import { makePrintedPhoto } from '../../../../../components/edition/print-photo.ts';

export function getStaticPaths() {
  return printedPhotos().map((photo) => ({ params: { annee: photo.annee, fichier: photo.name }, props: { photo } }));
}

export const GET: APIRoute = async ({ props }) =>
  new Response(await makePrintedPhoto(props.photo), { headers: { 'content-type': 'image/jpeg' } });
