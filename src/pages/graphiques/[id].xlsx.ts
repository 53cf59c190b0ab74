import type { APIRoute } from 'astro';
import { figureWorkbook } from '../../components/figure-workbook.ts';
import { XLSX_TYPE } from '../../components/workbook.ts';
import { type FigureView, observatory } from '../../observatory/index.ts';

/** One file a figure. */
export function getStaticPaths() {
  return observatory.figures.map((figure) => ({ params: { id: figure.id }, props: { figure } }));
}

/** A figure's tables for spreadsheets, with what has to be known to read them. */
export const GET: APIRoute<{ figure: FigureView }> = async ({ props: { figure } }) =>
  new Response(await figureWorkbook(figure), { headers: { 'content-type': XLSX_TYPE } });
