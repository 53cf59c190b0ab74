import type { APIRoute } from 'astro';
import { figureCardPng } from '../../../components/figure-png.ts';
import { type FigureView, observatory } from '../../../observatory/index.ts';

/** One file a figure. */
export function getStaticPaths() {
  return observatory.figures.map((figure) => ({ params: { id: figure.id }, props: { figure } }));
}

/** What social networks show with a link to a figure. */
export const GET: APIRoute<{ figure: FigureView }> = ({ props: { figure } }) =>
  new Response(figureCardPng(figure), { headers: { 'content-type': 'image/png' } });
