import type { APIRoute } from 'astro';
import { tableRecords } from '../../components/table-csv.ts';
import { writeCsv } from '../../csv/write.ts';
import type { PublishedTable } from '../../model/table.ts';
import { observatory } from '../../observatory/index.ts';

/** One file a table: the first is the figure's, further ones bear their name. */
export function getStaticPaths() {
  return observatory.figures.flatMap(({ id, tables }) =>
    Object.entries(tables).map(([name, table]) => ({
      params: { id: name === 'main' ? id : `${id}-${name}` },
      props: { table },
    })),
  );
}

/** A published table as a CSV that spreadsheets open as it is. */
export const GET: APIRoute<{ table: PublishedTable }> = ({ props: { table } }) =>
  new Response(writeCsv(tableRecords(table)), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
