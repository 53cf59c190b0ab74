import type { APIRoute } from 'astro';
import { writeFeed } from '../components/feed.ts';
import { canBeReached } from '../components/sharing.ts';
import { writeSitemap } from '../components/sitemap.ts';
import { observatory } from '../observatory/index.ts';

const DOCUMENTS = { sitemap: writeSitemap, flux: writeFeed };

/** What announces the site to machines; the demonstration is not announced, and a list of pages needs their addresses. */
export function getStaticPaths() {
  return Object.keys(DOCUMENTS)
    .filter((annonce) => !observatory.demonstration && (annonce !== 'sitemap' || canBeReached))
    .map((annonce) => ({ params: { annonce } }));
}

/** The sitemap or the Atom feed. */
export const GET: APIRoute = ({ params }) =>
  new Response(DOCUMENTS[params.annonce as keyof typeof DOCUMENTS](), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
