import { observatory } from '../observatory/index.ts';
import { escapeXml } from '../text/escape.ts';
import { editions } from './editions.ts';
import { frozenYears } from './frozen.ts';
import { SECTIONS } from './sections.ts';
import { addressOf } from './sharing.ts';
import { territoryPath } from './territories.ts';
import { textPages } from './text-pages.ts';

/** The list of pages for search engines; paths alone while the site has no address of its own. */
export function writeSitemap(): string {
  const pages = [
    '/',
    ...SECTIONS.map(({ page }) => page),
    ...textPages().map((name) => `/${name}/`),
    '/pres-de-chez-moi/',
    '/nouveautes/',
    '/presse/',
    ...frozenYears.map(({ millesime }) => `/graphiques/${millesime}/`),
    ...observatory.settings.territoires.map(({ id }) => territoryPath(id)),
    ...observatory.figures.map(({ id }) => `/graphiques/${id}/`),
    ...observatory.lieux.map(({ id }) => `/lieux/${id}/`),
    ...editions.flatMap(({ annee, book }) => [
      `/editions/${annee}/`,
      ...book.chapters.map(({ slug }) => `/editions/${annee}/${slug}/`),
    ]),
  ];
  const urls = pages.map((page) => `<url><loc>${escapeXml(addressOf(page))}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}
