import type { APIRoute } from 'astro';
import { pressPack } from '../../components/press-pack.ts';

/** The pictures of the main figures, with what to write under them. */
export const GET: APIRoute = () => new Response(pressPack(), { headers: { 'content-type': 'application/zip' } });
