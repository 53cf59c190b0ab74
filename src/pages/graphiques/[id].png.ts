import type { APIRoute } from 'astro';
import { renderPng } from '../../components/png.ts';
import { posterOf } from '../../components/poster.ts';
import { type FigureView, observatory } from '../../observatory/index.ts';

/** One file a figure. */
export function getStaticPaths() {
  return observatory.figures.map((figure) => ({ params: { id: figure.id }, props: { figure } }));
}

/** The same picture as the SVG file, 1,600 px wide. */
export const GET: APIRoute<{ figure: FigureView }> = ({ props: { figure } }) =>
  new Response(renderPng(posterOf(figure).svg, 1600), { headers: { 'content-type': 'image/png' } });
