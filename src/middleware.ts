import { defineMiddleware } from 'astro:middleware';
import { typesetHtml } from './text/typeset-html.ts';

/** The header of a page that must leave as it is: what it shows was composed when it was frozen. */
const COMPOSED = 'x-compose';

/** French typography in one place: whatever wrote a page, its text leaves with the right spaces. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.includes('text/html')) return response;
  if (response.headers.has(COMPOSED)) return response;
  return new Response(typesetHtml(await response.text()), response);
});
