import type { APIRoute } from 'astro';
import { leadFigure } from '../components/lead-figure.ts';
import { renderPng } from '../components/png.ts';
import { drawSocialCard } from '../components/social-card.ts';
import { observatory } from '../observatory/index.ts';

/** The social card of every page that has no picture of its own. */
export const GET: APIRoute = () =>
  new Response(renderPng(drawSocialCard(observatory.settings, leadFigure?.heading ?? observatory.settings.nom), 1200), {
    headers: { 'content-type': 'image/png' },
  });
