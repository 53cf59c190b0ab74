import type { APIRoute } from 'astro';
import { describeDataPackage } from '../components/data-package.ts';

/** Every file to download and its columns, for programs. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(describeDataPackage(), null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
