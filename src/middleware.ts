import { defineMiddleware } from 'astro:middleware';
import { typesetHtml } from './text/typeset-html.ts';

/** French typography in one place: whatever wrote a page, its text leaves with the right spaces. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.includes('text/html')) return response;
  return new Response(typesetHtml(await response.text()), response);
});
