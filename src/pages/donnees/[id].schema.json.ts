import type { APIRoute } from 'astro';
import type { Dataset } from '../../datasets/define.ts';
import { datasets } from '../../datasets/index.ts';
import { tableSchemaOf } from '../../datasets/table-schema.ts';

/** One schema a dataset. */
export function getStaticPaths() {
  return Object.values(datasets).map((dataset) => ({ params: { id: dataset.id }, props: { dataset } }));
}

/** The columns of a dataset, for machines. */
export const GET: APIRoute<{ dataset: Dataset }> = ({ props: { dataset } }) =>
  new Response(`${JSON.stringify(tableSchemaOf(dataset), null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
