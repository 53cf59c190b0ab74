import type { APIRoute } from 'astro';
import { makeSize, photoSizes } from '../../../../components/edition/photos.ts';

export function getStaticPaths() {
  return photoSizes().map((size) => ({ params: { annee: size.annee, fichier: size.name }, props: { size } }));
}

export const GET: APIRoute = async ({ props }) =>
  new Response(await makeSize(props.size), { headers: { 'content-type': 'image/webp' } });
