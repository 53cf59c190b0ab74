import { nameTerritory } from '../datasets/territories.ts';
import type { Source } from '../model/table.ts';
import { type FigureView, isPublication, observatory } from '../observatory/index.ts';
import { path } from '../observatory/urls.ts';
import { escapeXml } from '../text/escape.ts';
import { typo } from '../text/typography.ts';
import { joinSources, nameSourcesOnce } from './describe-sources.ts';
import { embedHeight, errataHeight } from './embed-height.ts';
import { embedPath, pageOf } from './embed-places.ts';
import { errataBelow } from './frozen.ts';
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
  return titleFrame(headingOf(figure), figure.sources);
}

/** The title of a frame: what it says, and from what source. */
export function titleFrame(heading: string, sources: readonly Source[]): string {
  const [source, ...others] = sources.map(({ label }) => label);
  return typo(`${heading} : ${others.length > 0 ? 'plusieurs sources' : `source ${source ?? settings.nom}`}`);
}

/** The height in px of the frame of a figure, with the errata that stand below it today. */
export function frameHeightOf(figure: FigureView): number {
  return embedHeight(figure) + errataHeight(errataBelow(figure));
}

/** The iframe that shows a figure. */
export function frameOf(figure: FigureView): string {
  return writeFrame({
    id: `otl-${figure.territoire ? `${figure.territoire}-` : ''}${figure.id}`,
    title: frameTitleOf(figure),
    src: addressOf(embedPath(figure)),
    height: frameHeightOf(figure),
  });
}

/** What a frame shows: its name in the page around it, its title, the whole address of its page and its height in px. */
interface Framed {
  readonly id: string;
  readonly title: string;
  readonly src: string;
  readonly height: number;
}

/** An iframe, right where scripts and styles are taken away. */
export function writeFrame({ id, title, src, height }: Framed): string {
  const attributes = [
    `id="${id}"`,
    `title="${escapeXml(title)}"`,
    `src="${src}"`,
    `width="100%" height="${height}"`,
    'scrolling="no" frameborder="0" loading="lazy"',
    'style="width:0;min-width:100%!important;border:none"',
    'allow="clipboard-write; web-share"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

/** The HTML to paste in another site to show a figure that follows the data. */
export function embedCodeOf(figure: FigureView): string {
  return writeCode(frameOf(figure), creditOf(figure));
}

/** The HTML to paste in another site: a frame, the script that gives it the height of what it shows, and a line that stays where frames are refused. */
export function writeCode(frame: string, credit: string): string {
  return [frame, `<script async src="${addressOf('/integrer/v1.js')}"></script>`, credit].join('\n');
}

/** Where a figure comes from, in a line that bears its link. */
export function creditOf(figure: FigureView): string {
  return writeCredit(figure.heading, addressOf(pageOf(figure)), figure.sources);
}

/** Most sources that a line names. */
const MOST_NAMED = 2;

/** A line that bears a link to what is shown elsewhere, and says whose it is and from what sources. */
export function writeCredit(heading: string, address: string, sources: readonly Source[]): string {
  const link = `<a href="${address}">${escapeXml(heading)}</a>`;
  const named = new Set(sources.map(({ label }) => label)).size <= MOST_NAMED;
  const from = named ? joinSources(nameSourcesOnce(sources)) : 'plusieurs sources, citées dans la figure';
  const words = [`${settings.nom} ${settings.region.en}`, `d’après ${from}`, USUAL_LICENCE.nom];
  return `<p>${link}${escapeXml(typo(` : ${words.join(', ')}`))}</p>`;
}

/** How to cite a figure: who, what, of what territory, from which sources and years, where, under which licence. */
export function citationOf(figure: FigureView): string {
  const { nom, region } = settings;
  const where = canBeReached ? `, ${addressOf(pageOf(figure))}` : '';
  return typo(
    `${nom} ${region.en}, « ${headingOf(figure)} », d’après ${joinSources(nameSourcesOnce(figure.sources))}${where}, ${USUAL_LICENCE.nom}.`,
  );
}
