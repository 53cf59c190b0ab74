import type { APIRoute } from 'astro';
import { type DatasetDownload, datasetDownloads } from '../../components/downloads.ts';

/** One file a public dataset that has a file here. */
export function getStaticPaths() {
  return datasetDownloads.map((download) => ({ params: { id: download.id }, props: { download } }));
}

/** The rows of a public dataset. */
export const GET: APIRoute<{ download: DatasetDownload }> = ({ props: { download } }) =>
  new Response(download.write(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
