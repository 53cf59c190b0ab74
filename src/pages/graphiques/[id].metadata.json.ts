import type { APIRoute } from 'astro';
import { describeAlone } from '../../components/data-package.ts';
import { type TableDownload, tableDownloads } from '../../components/downloads.ts';

/** One file a CSV, beside it. */
export function getStaticPaths() {
  return tableDownloads.map((download) => ({ params: { id: download.id }, props: { download } }));
}

/** What has to be known to read the CSV of the same name: columns, units, champ, sources, licence, date. */
export const GET: APIRoute<{ download: TableDownload }> = ({ props: { download } }) =>
  new Response(`${JSON.stringify(describeAlone(download), null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
