import type { APIRoute } from 'astro';
import { figurePng } from '../../components/figure-png.ts';
import { PNG_WIDTHS } from '../../components/png-widths.ts';
import { type FigureView, observatory } from '../../observatory/index.ts';

/** Two files a figure: the usual one bears its id alone, the small one its width too. */
export function getStaticPaths() {
  return observatory.figures.flatMap((figure) => [
    { params: { id: figure.id }, props: { figure, size: 'usual' as const } },
    { params: { id: `${figure.id}-${PNG_WIDTHS.small}` }, props: { figure, size: 'small' as const } },
  ]);
}

/** The same picture as the SVG file. */
export const GET: APIRoute<{ figure: FigureView; size: keyof typeof PNG_WIDTHS }> = ({ props: { figure, size } }) =>
  new Response(figurePng(figure, size), { headers: { 'content-type': 'image/png' } });
