import type { APIRoute } from 'astro';
import { writeCsv } from '../../csv/write.ts';
import { datasets } from '../../datasets/index.ts';
import { publicRecords } from '../../datasets/records.ts';
import { observatory } from '../../observatory/index.ts';

/** The datasets whose rows may be read by anyone. */
const OPEN = { reperes: observatory.reperes, lieux: observatory.lieux, subventions: observatory.subventions };

/** One file a public dataset that has a file here. */
export function getStaticPaths() {
  return Object.keys(OPEN)
    .filter((id) => observatory.resources.some(({ dataset }) => dataset === id))
    .map((id) => ({ params: { id } }));
}

/** The rows of a public dataset. */
export const GET: APIRoute = ({ params }) => {
  const id = params.id as keyof typeof OPEN;
  return new Response(writeCsv(publicRecords(datasets[id], OPEN[id])), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
