import { type FigureView, isPublication, observatory } from '../observatory/index.ts';
import { path } from '../observatory/urls.ts';
import { escapeXml } from '../text/escape.ts';
import { enumerate } from '../text/list.ts';
import { typo } from '../text/typography.ts';
import { embedHeight } from './embed-height.ts';
import { territoryPath } from './territories.ts';

const { settings, demonstration } = observatory;

/**
 * False online while the site does not know its own address: what is read from elsewhere (the code to paste, the list of
 * pages) would lead nowhere and is then left out. At home, paths do.
 */
export const canBeReached = settings.adresse !== null || !isPublication;

/** True where the catalogue for data portals exists: it holds whole addresses only, and nothing fictional. */
export const hasCatalogue = settings.adresse !== null && !demonstration;

/** The address of a page with the site's own in front; the path alone while the site has no address. */
export function addressOf(page: string): string {
  return (settings.adresse ?? '') + path(page);
}

/** The HTML to paste in another site: an iframe of the right height, and a link that stays where frames are refused. */
export function embedCodeOf(figure: FigureView): string {
  const [source, ...others] = figure.sources.map(({ label }) => label);
  const origin = others.length > 0 ? 'plusieurs sources' : `source ${source ?? settings.nom}`;
  const title = escapeXml(typo(`${figure.heading} : ${origin}`));
  const frame = [
    `id="otl-${figure.id}"`,
    `title="${title}"`,
    `src="${addressOf(`/integrer/${figure.id}/`)}"`,
    `width="100%" height="${embedHeight(figure)}"`,
    'scrolling="no" frameborder="0" loading="lazy"',
    'style="width:0;min-width:100%!important;border:none"',
  ];
  const link = `<a href="${addressOf(`/graphiques/${figure.id}/`)}">${escapeXml(figure.heading)}</a>`;
  return `<iframe ${frame.join(' ')}></iframe>\n<p>${link} : ${escapeXml(settings.nom)}, CC BY-SA 4.0</p>`;
}

/** How to cite a figure: who, what, from which sources, where, under which licence. */
export function citationOf(figure: FigureView): string {
  const { nom, region } = settings;
  const sources = enumerate([...new Set(figure.sources.map(({ label }) => label))]);
  const page = figure.territoire ? `${territoryPath(figure.territoire)}#${figure.id}` : `/graphiques/${figure.id}/`;
  const where = canBeReached ? `, ${addressOf(page)}` : '';
  return typo(`${nom} ${region.en}, « ${figure.heading} », d’après ${sources}${where}, CC BY-SA 4.0.`);
}
