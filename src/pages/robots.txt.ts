import type { APIRoute } from 'astro';
import { addressOf } from '../components/sharing.ts';
import { observatory } from '../observatory/index.ts';

/** Everything may be read; where the list of pages is, once the site has an address. */
export const GET: APIRoute = () => {
  const { adresse, demonstration } = observatory.settings;
  const sitemap = adresse && !demonstration ? `Sitemap: ${addressOf('/sitemap.xml')}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
