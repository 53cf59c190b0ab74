import type { APIRoute } from 'astro';
import { describeAlone } from '../../components/data-package.ts';
import { type DatasetDownload, datasetDownloads } from '../../components/downloads.ts';

/** One file a CSV, beside it. */
export function getStaticPaths() {
  return datasetDownloads.map((download) => ({ params: { id: download.name }, props: { download } }));
}

/** What has to be known to read the CSV of the same name: columns, units, champ, sources, licence, date. */
export const GET: APIRoute<{ download: DatasetDownload }> = ({ props: { download } }) =>
  new Response(`${JSON.stringify(describeAlone(download), null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
