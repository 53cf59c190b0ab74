import type { APIRoute } from 'astro';
import { nearbyCommunes } from '../../components/nearby-communes.ts';
import { observatory } from '../../observatory/index.ts';

/** The communes of the region: asked for only when somebody searches one. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(nearbyCommunes(observatory)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
