import type { APIRoute } from 'astro';
import { posterOf } from '../../components/poster.ts';
import { type FigureView, observatory } from '../../observatory/index.ts';

/** One file a figure. */
export function getStaticPaths() {
  return observatory.figures.map((figure) => ({ params: { id: figure.id }, props: { figure } }));
}

/** A figure that stands alone: its heading, reading, champ and sources are drawn inside. */
export const GET: APIRoute<{ figure: FigureView }> = ({ props: { figure } }) =>
  new Response(posterOf(figure).svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
