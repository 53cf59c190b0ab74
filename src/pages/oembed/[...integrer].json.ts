import type { APIRoute } from 'astro';
import { oembedAnswers } from '../../components/oembed.ts';

/** One file a page to embed, where the site has an address. */
export function getStaticPaths() {
  return oembedAnswers().map(({ path, said }) => ({
    params: { integrer: path.slice('/oembed/'.length, -'.json'.length) },
    props: { said },
  }));
}

/** How other sites embed a figure. */
export const GET: APIRoute<{ said: object }> = ({ props: { said } }) =>
  new Response(`${JSON.stringify(said, null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
