/** The path under which the whole site is served, always with a slash at both ends ("/", "/observatoire/"). */
export const siteBase = withSlashes(process.env.OBSERVATOIRE_BASE ?? '/');

/** The path of this observatory: the site's own, or the demonstration's folder inside it. */
export const base = process.env.OBSERVATOIRE_DEMONSTRATION === '1' ? demonstrationPath('/') : siteBase;

/** The address of a page of this observatory ("/lieux/") under the base path. */
export function path(page: string): string {
  return base + page.replace(/^\//, '');
}

/** The address of a page of the demonstration, seen from either observatory. */
export function demonstrationPath(page: string): string {
  return `${siteBase}demonstration/${page.replace(/^\//, '')}`;
}

/** The address of a page of the real observatory, seen from either one. */
export function realPath(page: string): string {
  return siteBase + page.replace(/^\//, '');
}

function withSlashes(text: string): string {
  return `/${text.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
}
