import type { APIRoute } from 'astro';
import { type TableDownload, tableDownloads } from '../../components/downloads.ts';

/** One file a table. */
export function getStaticPaths() {
  return tableDownloads.map((download) => ({ params: { id: download.id }, props: { download } }));
}

/** A published table as a CSV that spreadsheets open as it is. */
export const GET: APIRoute<{ download: TableDownload }> = ({ props: { download } }) =>
  new Response(download.write(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
