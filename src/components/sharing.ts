import { type FigureView, observatory } from '../observatory/index.ts';
import { path } from '../observatory/urls.ts';
import { escapeXml } from '../text/escape.ts';
import { enumerate } from '../text/list.ts';
import { typo } from '../text/typography.ts';
import { embedHeight } from './embed-height.ts';

/** The address of a page with the site's own in front; the path alone while the site has no address. */
export function addressOf(page: string): string {
  return (observatory.settings.adresse ?? '') + path(page);
}

/** The HTML to paste in another site: an iframe of the right height, and a link that stays where frames are refused. */
export function embedCodeOf(figure: FigureView): string {
  const [source, ...others] = figure.sources.map(({ label }) => label);
  const origin = others.length > 0 ? 'plusieurs sources' : `source ${source ?? observatory.settings.nom}`;
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
  return `<iframe ${frame.join(' ')}></iframe>\n<p>${link} : ${escapeXml(observatory.settings.nom)}, CC BY-SA 4.0</p>`;
}

/** How to cite a figure: who, what, from which sources, where, under which licence. */
export function citationOf(figure: FigureView): string {
  const { nom, region } = observatory.settings;
  const sources = enumerate([...new Set(figure.sources.map(({ label }) => label))]);
  return typo(
    `${nom} ${region.en}, « ${figure.heading} », d’après ${sources}, ${addressOf(`/graphiques/${figure.id}/`)}, CC BY-SA 4.0.`,
  );
}
