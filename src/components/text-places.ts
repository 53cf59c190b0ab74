/** Texts that stand inside a page of their own file. */
const INSIDE = new Set([
  '404',
  'accueil',
  'donnees',
  'editions',
  'financements',
  'graphiques',
  'lieux',
  'portrait',
  'presse',
  'pres-de-chez-moi',
]);

/** The page that a text of the folder `pages` is the whole of ("methode" is /methode/); none where it stands inside another. */
export function ownPageOf(name: string): string | undefined {
  return INSIDE.has(name) ? undefined : `/${name}/`;
}
