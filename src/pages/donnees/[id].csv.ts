import type { APIRoute } from 'astro';
import { type DatasetDownload, datasetDownloads } from '../../components/downloads.ts';

/** One file for each of a public dataset's own. */
export function getStaticPaths() {
  return datasetDownloads.map((download) => ({ params: { id: download.name }, props: { download } }));
}

/** The rows of a public dataset. */
export const GET: APIRoute<{ download: DatasetDownload }> = ({ props: { download } }) =>
  new Response(download.write(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
