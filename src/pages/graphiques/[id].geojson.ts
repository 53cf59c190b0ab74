import type { APIRoute } from 'astro';
import { figureGeoJson, GEOJSON_TYPE } from '../../components/figure-geojson.ts';
import { observatory } from '../../observatory/index.ts';

/** One file a map. */
export function getStaticPaths() {
  return observatory.figures.flatMap((figure) => {
    const map = figureGeoJson(figure);
    return map ? [{ params: { id: figure.id }, props: { map } }] : [];
  });
}

/** What a map shows, for mapping programs. */
export const GET: APIRoute<{ map: object }> = ({ props: { map } }) =>
  new Response(`${JSON.stringify(map)}\n`, { headers: { 'content-type': `${GEOJSON_TYPE}; charset=utf-8` } });
