import type { APIRoute } from 'astro';
import { hasOembed, oembedOf } from '../../components/oembed.ts';
import { type FigureView, observatory } from '../../observatory/index.ts';

/** One file a figure, where the site has an address. */
export function getStaticPaths() {
  return hasOembed ? observatory.figures.map((figure) => ({ params: { id: figure.id }, props: { figure } })) : [];
}

/** How other sites embed a figure. */
export const GET: APIRoute<{ figure: FigureView }> = ({ props: { figure } }) =>
  new Response(`${JSON.stringify(oembedOf(figure), null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
