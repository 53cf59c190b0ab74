import type { APIRoute } from 'astro';
import { CARD, drawFigureCard } from '../../../components/figure-card.ts';
import { renderPng } from '../../../components/png.ts';
import { type FigureView, observatory } from '../../../observatory/index.ts';

/** One file a figure. */
export function getStaticPaths() {
  return observatory.figures.map((figure) => ({ params: { id: figure.id }, props: { figure } }));
}

/** What social networks show with a link to a figure. */
export const GET: APIRoute<{ figure: FigureView }> = ({ props: { figure } }) =>
  new Response(renderPng(drawFigureCard(figure, observatory.settings), CARD.width), {
    headers: { 'content-type': 'image/png' },
  });
