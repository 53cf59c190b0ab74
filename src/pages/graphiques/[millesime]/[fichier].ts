import type { APIRoute } from 'astro';
import { bytesOf, type FrozenFile, frozenFiles } from '../../../components/frozen.ts';
import { withdrawnFile } from '../../../components/withdrawn-notice.ts';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  woff2: 'font/woff2',
};

/** One address a frozen file: it stays for good. */
export function getStaticPaths() {
  return frozenFiles().map((file) => ({
    params: { millesime: file.year.millesime, fichier: file.name },
    props: { file },
  }));
}

/** The bytes that were frozen, or the notice that took their place. */
export const GET: APIRoute<{ file: FrozenFile }> = ({ props: { file } }) => {
  const { year, name, figure } = file;
  const body = figure?.isWithdrawn ? withdrawnFile(figure, name) : bytesOf(year, name);
  return new Response(body, { headers: { 'content-type': TYPES[name.split('.').at(-1)!]! } });
};
