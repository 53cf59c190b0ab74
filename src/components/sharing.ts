import { nameTerritory } from '../datasets/territories.ts';
import { type FigureView, isPublication, observatory } from '../observatory/index.ts';
import { path } from '../observatory/urls.ts';
import { escapeXml } from '../text/escape.ts';
import { enumerate } from '../text/list.ts';
import { typo } from '../text/typography.ts';
import { embedHeight } from './embed-height.ts';
import { embedPath, pageOf } from './embed-places.ts';
import { USUAL_LICENCE } from './licence.ts';

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

/** What a figure says, and of what territory: its heading where nothing around it tells. */
export function headingOf({ heading, territoire }: FigureView): string {
  const own = settings.territoires.find(({ id }) => id === territoire);
  return own ? typo(`${heading} (${nameTerritory(own, observatory)})`) : heading;
}

/** What an embedded figure is called where frames are listed or read aloud: its heading, of what territory, and its source. */
export function frameTitleOf(figure: FigureView): string {
  const [source, ...others] = figure.sources.map(({ label }) => label);
  const origin = others.length > 0 ? 'plusieurs sources' : `source ${source ?? settings.nom}`;
  return typo(`${headingOf(figure)} : ${origin}`);
}

/** The iframe that shows a figure, right where scripts and styles are taken away. */
export function frameOf(figure: FigureView): string {
  const attributes = [
    `id="otl-${figure.territoire ? `${figure.territoire}-` : ''}${figure.id}"`,
    `title="${escapeXml(frameTitleOf(figure))}"`,
    `src="${addressOf(embedPath(figure))}"`,
    `width="100%" height="${embedHeight(figure)}"`,
    'scrolling="no" frameborder="0" loading="lazy"',
    'style="width:0;min-width:100%!important;border:none"',
    'allow="clipboard-write; web-share"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

/** The HTML to paste in another site: the frame, the script that gives it the height of what it shows, and a line that stays where frames are refused. */
export function embedCodeOf(figure: FigureView): string {
  const script = `<script async src="${addressOf('/integrer/v1.js')}"></script>`;
  return [frameOf(figure), script, creditOf(figure)].join('\n');
}

/** Most sources that a line names. */
const MOST_NAMED = 2;

/** Where a figure comes from, in a line that bears its link. */
export function creditOf(figure: FigureView): string {
  const link = `<a href="${addressOf(pageOf(figure))}">${escapeXml(figure.heading)}</a>`;
  const named = new Set(figure.sources.map(({ label }) => label)).size <= MOST_NAMED;
  const from = named ? sourcesOf(figure) : 'plusieurs sources, citées dans la figure';
  const words = [`${settings.nom} ${settings.region.en}`, `d’après ${from}`, USUAL_LICENCE.nom];
  return `<p>${link}${escapeXml(typo(` : ${words.join(', ')}`))}</p>`;
}

/** How to cite a figure: who, what, from which sources, where, under which licence. */
export function citationOf(figure: FigureView): string {
  const { nom, region } = settings;
  const where = canBeReached ? `, ${addressOf(pageOf(figure))}` : '';
  return typo(
    `${nom} ${region.en}, « ${figure.heading} », d’après ${sourcesOf(figure)}${where}, ${USUAL_LICENCE.nom}.`,
  );
}

function sourcesOf({ sources }: FigureView): string {
  return enumerate([...new Set(sources.map(({ label }) => label))]);
}
