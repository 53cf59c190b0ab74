import type { APIRoute } from 'astro';
import { describeCatalogue } from '../components/catalogue.ts';
import { hasCatalogue } from '../components/sharing.ts';

/** One catalogue, where it can be read from elsewhere. */
export function getStaticPaths() {
  return hasCatalogue ? [{ params: { catalogue: 'catalogue' } }] : [];
}

/** The data of the observatory, for portals that harvest them. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(describeCatalogue(), null, 1)}\n`, {
    headers: { 'content-type': 'application/ld+json; charset=utf-8' },
  });
