import { proseIn } from '../observatory/prose.ts';

/** Texts that stand inside a page of their own file. */
const INSIDE = new Set(['404', 'accueil', 'donnees', 'editions', 'financements', 'graphiques', 'lieux', 'portrait']);

/** The names of the texts that are whole pages: "methode" is /methode/. */
export function textPages(): readonly string[] {
  return proseIn('pages')
    .map(({ name }) => name.replace('pages/', ''))
    .filter((name) => !INSIDE.has(name));
}
