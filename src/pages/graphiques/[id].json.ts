import type { APIRoute } from 'astro';
import { flowJson } from '../../components/flow-json.ts';
import { USUAL_LICENCE } from '../../components/licence.ts';
import { addressOf } from '../../components/sharing.ts';
import { type FigureView, observatory } from '../../observatory/index.ts';

/** One file a figure. */
export function getStaticPaths() {
  return observatory.figures.map((figure) => ({ params: { id: figure.id }, props: { figure } }));
}

/** A figure's words, sources and published tables, for programs; flows also as d3-sankey takes them. */
export const GET: APIRoute<{ figure: FigureView }> = ({ props: { figure } }) => {
  const { id, title, heading, subtitle, reading, summary, champ, sources, millesime, tables } = figure;
  const body = {
    id,
    title,
    heading,
    subtitle,
    reading,
    summary,
    champ,
    millesime: millesime ?? null,
    demonstration: observatory.demonstration,
    publisher: `${observatory.settings.nom} ${observatory.settings.region.en}`,
    address: addressOf(`/graphiques/${id}/`),
    licence: {
      words: USUAL_LICENCE.nom,
      data: `Licence Ouverte 2.0${observatory.demonstration ? ', données fictives' : ''}`,
    },
    sources,
    ...flowJson(tables),
    tables: Object.fromEntries(Object.entries(tables).map(([name, { columns, rows }]) => [name, { columns, rows }])),
  };
  return new Response(`${JSON.stringify(body, null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
