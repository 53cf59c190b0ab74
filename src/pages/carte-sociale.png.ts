import type { APIRoute } from 'astro';
import { findLead } from '../components/lead-figure.ts';
import { renderPng } from '../components/png.ts';
import { drawSocialCard } from '../components/social-card.ts';
import { type Observatory, observatory } from '../observatory/index.ts';

/** The social card of every page that has no picture of its own. */
export const GET: APIRoute = () =>
  new Response(renderPng(drawSocialCard(observatory.settings, sentenceOf(observatory)), 1200), {
    headers: { 'content-type': 'image/png' },
  });

function sentenceOf({ figures, settings }: Observatory): string {
  return findLead(figures)?.heading ?? settings.nom;
}
